/* Whose key signs in whose box. A certificate names a person as whoever made it typed the name:
 * what is compared is what both have in one script, and loosely. */
#include "storage/record/record.h"

#include "locale/text.h"

static bool are_one(struct str x, struct str y, struct arena *a)
{
	struct str one = text_fold(x, a), other = text_fold(y, a);

	return text_matches(one, other, a) || text_matches(other, one, a);
}

/* What the names of a key and those of a person have come to. */
struct compared {
	bool same, other;
};

static void compare(struct compared *c, struct str key, struct both person, struct arena *a)
{
	const struct str names[] = {person.ar, person.fr};

	for (size_t i = 0; key.n && i < ARRAY_LEN(names); i++) {
		if (!names[i].n || text_has_arabic(key) != text_has_arabic(names[i]))
			continue;
		if (are_one(key, names[i], a))
			c->same = true;
		else
			c->other = true;
	}
}

bool record_other_hand(const struct session *s, const struct signer *signer,
	const struct seal_certificate *certificate, struct both *box, struct arena *a)
{
	const struct str keys[] = {certificate->name, signer->name_ar, signer->name_fr};
	const struct sitting *sitting = session_sitting(s);
	struct compared c = {.same = false};

	*box = record_box(s, sitting, (enum signer_role)signer->role);
	if (certificate->specimen || !sitting)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		compare(&c, keys[i], *box, a);
		/* Who presided over the sitting may sign for it. */
		if (signer->role == SIGNER_PRESIDENT && c.other)
			compare(&c, keys[i], session_seat_name(s, sitting->chair), a);
	}
	return c.other && !c.same;
}
