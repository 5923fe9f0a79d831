#include "storage/signed.h"

#include "model/describe.h"

int signed_before(struct registry *r, int64_t number, enum signer_role role, struct arena *a,
	struct signed_before *out, struct error *err)
{
	struct session_line *lines;
	size_t n;

	*out = (struct signed_before){.session = 0};
	if (register_list(r, a, &lines, &n, err) < 0)
		return -1;
	while (n-- > 0) {
		struct session s;

		if (lines[n].number >= number ||
			(lines[n].phase != PHASE_FROZEN && lines[n].phase != PHASE_SEALED))
			continue;
		if (register_fold(r, lines[n].number, a, &s, err) < 0)
			return -1;
		for (size_t i = 0; i < s.signatures.n; i++) {
			const struct signer *who = s.frozen.signers.at;

			if (who[i].role != (int)role)
				continue;
			*out = (struct signed_before){
				lines[n].number, message_copy(a, describe_session(&s)), who[i]};
			return 0;
		}
	}
	return 0;
}
