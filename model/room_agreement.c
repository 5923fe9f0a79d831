/* An agreement as the room may see it: the parties, what each brings, what is still to be raised.
 */
#include "model/room_part.h"

#include "model/agreement.h"

void room_show_agreement(const struct session *s, const struct item *item, struct room_view *v)
{
	struct agreement_sums sums = agreement_sums(s, item, AGREEMENT_NOW);

	v->total = sums.total;
	v->raised = sums.sum;
	v->gap = sums.gap;
	v->agreement = item->n_about ? name_label(agreement_kind_names, item->about.kind)
				     : name_label(item_kind_names, item->is.kind);
	for (size_t i = 0; i < item->parties.n && i < ROOM_PARTIES_MAX; i++) {
		const struct party_set *party = &item->parties.at[i];

		v->party[v->parties_n++] = (struct room_party){
			.name = room_store_both(v, agreement_party_name(party)),
			.kind = room_store_both(v, agreement_in_kind(party)),
			.amount = agreement_amount(s, item, party->party, AGREEMENT_NOW),
			.role = (unsigned char)party->role,
			.also = (unsigned char)party->also,
			.chamber = party->chamber,
		};
	}
}

struct message room_party_roles(const struct room_party *party, struct arena *a)
{
	const struct party_set is = {.role = party->role, .also = party->also};

	return agreement_roles(&is, a);
}
