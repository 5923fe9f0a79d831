/* The minutes: the whole document of a session, built from its acts and from nothing else. The
 * same function serves the desk (growing), the draft and the signed record. Every figure comes
 * from model/session.h; wording is messages, so that each language says it in its own way; what
 * somebody wrote is prose and stays as typed, in the original language when there is no
 * translation. A session that ended without quorum and treated nothing gives the failure record
 * instead. */
#ifndef MODEL_MINUTES_H
#define MODEL_MINUTES_H

#include "model/document.h"
#include "model/session.h"

struct minutes_options {
	enum lang lang;   /* of the document: chooses the side of prose; words come by resolving */
	bool draft;       /* marked on every page; roles instead of signers, no seal */
	bool translation; /* of the frozen record, to be read: marked on every page, not signed */
	int64_t call;     /* 0: the document of the session; else the failure record of that call */
};

/* Never NULL: a session without any sitting gives what is prepared. Once frozen and not a draft it
 * names the signers of the freeze and ends with the seal. Owner: A; borrows from S. */
struct document *minutes_build(
	const struct session *s, const struct minutes_options *o, struct arena *a);

/* Whether the session ended without quorum and without treating anything, so that the document is
 * the short failure record. */
bool minutes_is_failure(const struct session *s);

/* What the assembly did with ITEM, as the minutes say it: the formula of the decision, took note,
 * postponed, withdrawn, not treated. Also for the prompter. */
struct message minutes_formula(
	const struct session *s, const struct item *item, const struct vote *vote, struct arena *a);

/* The sheet members sign at the door: number, name, office, room for a signature. From the seats
 * of S once its roster is frozen, before that from the members of C in office on the planned day.
 * S or C may be NULL, not both. */
struct document *attendance_sheet(
	const struct session *s, const struct chamber *c, enum lang lang, struct arena *a);

/* Where a point can still be settled: once the sitting is closed, only by what is written. */
enum settled_where { SETTLED_NOWHERE, SETTLED_ATTENDANCE, SETTLED_AGENDA, SETTLED_TEXT };

struct open_point {
	struct message what;
	enum settled_where where;
	int64_t item; /* key; 0: it concerns none */
	int64_t text; /* number of the passage that is to be translated; 0: it is no translation */
	enum lang lang; /* into this language */
};

/* Things to settle before the record is frozen, in the order of the minutes, those first that can
 * still be settled: at most MAX of them in OUT. Returns how many there are. None of them blocks. */
size_t minutes_open_points(
	const struct session *s, struct open_point *out, size_t max, struct arena *a);

#endif
