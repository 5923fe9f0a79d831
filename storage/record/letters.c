#include "storage/record/letters.h"

#include "storage/record/pdf_module.h"

struct letters {
	const struct pdf_module *module;
	struct pdf_letters *drawn_by;
};

int letters_open(struct letters **l, struct error *err)
{
	const struct pdf_module *module = pdf_module_load(err);
	struct pdf_letters *drawn_by;

	*l = NULL;
	if (!module || module->letters_open(&drawn_by, err) < 0)
		return -1;
	*l = memory_source.take(sizeof **l);
	**l = (struct letters){module, drawn_by};
	return 0;
}

void letters_close(struct letters *l)
{
	if (!l)
		return;
	l->module->letters_close(l->drawn_by);
	memory_source.give(l);
}

bool letters_draw(struct letters *l, const struct letters_order *order, struct letters_bits *bits)
{
	*bits = (struct letters_bits){.width = 0};
	if (order->text.n == 0 || order->width < 1 || order->height < 1)
		return false;
	return l->module->letters_draw(l->drawn_by, order, bits);
}
