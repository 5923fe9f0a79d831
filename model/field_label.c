/* What the fields of a fact are called on the screen. Names on disk are for ever and English;
 * whoever looks at an act reads his own language. */
#include "model/field_label.h"

#include <string.h>

static const struct name labels[] = {
	{"absent", CTX("field of an act", "absent")},
	{"abstain", CTX("field of an act", "abstaining")},
	{"act", CTX("field of an act", "act")},
	{"after", CTX("field of an act", "after")},
	{"against", CTX("field of an act", "against")},
	{"amount", CTX("field of an act", "amount")},
	{"base", CTX("field of an act", "base")},
	{"before", CTX("field of an act", "before")},
	{"behalf", CTX("field of an act", "on behalf of")},
	{"blank", CTX("field of an act", "blank")},
	{"by", CTX("field of an act", "by")},
	{"call", CTX("field of an act", "call")},
	{"calling", CTX("field of an act", "order of the call")},
	{"candidate", CTX("field of an act", "candidate")},
	{"candidates", CTX("field of an act", "candidates")},
	{"capacity", CTX("field of an act", "capacity")},
	{"cause", CTX("field of an act", "cause")},
	{"certainty", CTX("field of an act", "certainty")},
	{"certificate", CTX("field of an act", "certificate")},
	{"chair", CTX("field of an act", "in the chair")},
	{"channel", CTX("field of an act", "channel")},
	{"choice", CTX("field of an act", "choice")},
	{"code", CTX("field of an act", "code")},
	{"confirmed_by", CTX("field of an act", "confirmed by")},
	{"confirmed_on", CTX("field of an act", "confirmed on")},
	{"content", CTX("field of an act", "content")},
	{"date", CTX("field of an act", "date")},
	{"day", CTX("field of an act", "day")},
	{"documents", CTX("field of an act", "documents")},
	{"earliest", CTX("field of an act", "earliest day")},
	{"elected", CTX("field of an act", "elected")},
	{"excused", CTX("field of an act", "excused")},
	{"file", CTX("field of an act", "file")},
	{"first", CTX("field of an act", "first")},
	{"for", CTX("field of an act", "for")},
	{"format", CTX("field of an act", "format")},
	{"found", CTX("field of an act", "papers found")},
	{"from", CTX("field of an act", "from")},
	{"gender", CTX("field of an act", "gender")},
	{"grounds", CTX("field of an act", "grounds")},
	{"guest", CTX("field of an act", "guest")},
	{"in_office", CTX("field of an act", "in office")},
	{"issued", CTX("field of an act", "papers issued")},
	{"item", CTX("field of an act", "item")},
	{"key", CTX("field of an act", "key")},
	{"kind", CTX("field of an act", "kind")},
	{"lang", CTX("field of an act", "language")},
	{"lines", CTX("field of an act", "lines")},
	{"majority", CTX("field of an act", "majority")},
	{"member", CTX("field of an act", "member")},
	{"members", CTX("field of an act", "members")},
	{"met", CTX("field of an act", "quorum met")},
	{"ministry", CTX("field of an act", "ministry")},
	{"month", CTX("field of an act", "month")},
	{"motion", CTX("field of an act", "motion")},
	{"name", CTX("field of an act", "name")},
	{"name_zgh", CTX("field of an act", "name in Tifinagh")},
	{"needed", CTX("field of an act", "needed")},
	{"note", CTX("field of an act", "note")},
	{"notice", CTX("field of an act", "notices")},
	{"number", CTX("field of an act", "number")},
	{"office", CTX("field of an act", "office")},
	{"outcome", CTX("field of an act", "result")},
	{"part", CTX("field of an act", "part")},
	{"place", CTX("field of an act", "place")},
	{"post", CTX("field of an act", "post")},
	{"present", CTX("field of an act", "present")},
	{"previous", CTX("field of an act", "session before")},
	{"profile", CTX("field of an act", "rule profile")},
	{"proof", CTX("field of an act", "proof")},
	{"rank", CTX("field of an act", "rank")},
	{"reason", CTX("field of an act", "reason")},
	{"region", CTX("field of an act", "region")},
	{"request", CTX("field of an act", "request")},
	{"role", CTX("field of an act", "role")},
	{"roster", CTX("field of an act", "list of members")},
	{"round", CTX("field of an act", "round")},
	{"rules", CTX("field of an act", "rules")},
	{"seat", CTX("field of an act", "seat of the chamber")},
	{"seconds", CTX("field of an act", "seconds")},
	{"secret", CTX("field of an act", "secret")},
	{"secretary", CTX("field of an act", "secretary")},
	{"session", CTX("field of an act", "session")},
	{"short", CTX("field of an act", "short")},
	{"side", CTX("field of an act", "side of the chair")},
	{"signers", CTX("field of an act", "signers")},
	{"sitting", CTX("field of an act", "sitting")},
	{"source", CTX("field of an act", "source")},
	{"taken_back", CTX("field of an act", "taken back")},
	{"text", CTX("field of an act", "text")},
	{"threshold", CTX("field of an act", "threshold")},
	{"tie", CTX("field of an act", "tie")},
	{"title", CTX("field of an act", "title")},
	{"to", CTX("field of an act", "to")},
	{"value", CTX("field of an act", "value")},
	{"void", CTX("field of an act", "void")},
	{"voters", CTX("field of an act", "voters")},
	{"votes", CTX("field of an act", "votes")},
	{"warned", CTX("field of an act", "warned")},
	{"weight", CTX("field of an act", "weight")},
	{"year", CTX("field of an act", "year")},
};

struct message field_label(const char *name, struct arena *a)
{
	size_t n = strlen(name);
	bool ar = n > 3 && strcmp(name + n - 3, "_ar") == 0;
	bool fr = n > 3 && strcmp(name + n - 3, "_fr") == 0;

	if (ar || fr)
		n -= 3;
	for (size_t i = 0; i < ARRAY_LEN(labels); i++) {
		struct message label = {.id = labels[i].label};

		if (strlen(labels[i].name) != n || memcmp(labels[i].name, name, n) != 0)
			continue;
		if (!ar && !fr)
			return label;
		return ar ? MSG("{field} (ar)", A_MSG("field", message_keep(a, label)))
			  : MSG("{field} (fr)", A_MSG("field", message_keep(a, label)));
	}
	return MSG("{it}", A_STR("it", str_of(name)));
}
