/* Who writes the minutes of a sitting: a member, or somebody by name. The one named at the opening
 * can be followed by others; the last of them signs. Reads the session and changes nothing. */
#ifndef MODEL_SECRETARY_H
#define MODEL_SECRETARY_H

#include "model/session.h"

/* Empty where a sitting of an older journal named nobody. */
struct both secretary_name(const struct session *s, const struct secretary_changed *who);
/* Who writes the minutes of SITTING at its act N. */
const struct secretary_changed *secretary_at(const struct sitting *sitting, uint32_t n);
/* Which member writes now, if one does; 0: nobody, or somebody who is no member. */
int64_t secretary_member(const struct session *s);
/* They are noted as present, or no member. */
bool secretary_here(const struct session *s);
/* SEAT can write once LEAVING are gone: there and not through a substitute. Before the roll
 * everybody may still turn out to be there. */
bool secretary_can_be(const struct session *s, struct numbers leaving, const struct seat *seat);
/* Members who can take the minutes over while LEAVING go, best first: of those who are there the
 * rapporteur, the deputy, then the others as they sit; behind them whoever is not noted yet. At
 * most MAX of them in OUT; how many there are is returned. */
size_t secretary_choices(const struct session *s, struct numbers leaving, int64_t *out, size_t max);

#endif
