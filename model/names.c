#include "model/names.h"

#define END                                                                                        \
	{                                                                                          \
		NULL, NULL                                                                         \
	}

const struct name office_names[] = {
	{"member", N_("member")},
	{"president", N_("president")},
	{"vice-president", N_("vice-president")},
	{"treasurer", N_("treasurer")},
	{"deputy-treasurer", N_("deputy treasurer")},
	{"rapporteur", N_("rapporteur")},
	{"deputy-rapporteur", N_("deputy rapporteur")},
	END,
};
const struct name gender_names[] = {
	{"unknown", N_("not given")}, {"man", N_("man")}, {"woman", N_("woman")}, END};
const struct name session_kind_names[] = {
	{"ordinary", N_("ordinary session")},
	{"extraordinary", N_("extraordinary session")},
	END,
};
const struct name item_kind_names[] = {
	{"minutes", N_("minutes of the previous session")},
	{"report", N_("report")},
	{"agreement", N_("agreement")},
	{"regulations", N_("internal regulations")},
	{"budget", N_("budget")},
	{"free", N_("other matter")},
	{"account", N_("administrative account")},
	{"election", N_("election")},
	{"dismissal", N_("dismissal")},
	END,
};
const struct name agreement_kind_names[] = {
	{"framework", N_("framework agreement")},
	{"special", N_("special agreement")},
	{"programme", N_("programme contract")},
	{"programme-yearly", N_("special programme contract of the year")},
	{"partnership", N_("partnership agreement")},
	{"cooperation", N_("cooperation agreement")},
	{"protocol", N_("cooperation protocol")},
	{"supervision", N_("agreement of cooperation and delegated supervision")},
	{"multi-party", N_("multi-party agreement")},
	{"addendum", N_("addendum")},
	{"memorandum", N_("memorandum of understanding")},
	{"other", N_("other agreement")},
	END,
};
const struct name agreement_link_names[] = {
	{"none", N_("no link")},
	{"implements", N_("implements")},
	{"amends", N_("amends")},
	{"replaces", N_("replaces")},
	{"annex", N_("annex of")},
	END,
};
const struct name party_role_names[] = {
	{"none", N_("no role")},
	{"partner", CTX("role", "partner")},
	{"funder", N_("funder")},
	{"host", N_("host")},
	{"beneficiary", N_("beneficiary")},
	{"owner", N_("contracting authority")},
	{"delegated", N_("delegated contracting authority")},
	{"executing", N_("executing body")},
	{"supervising", N_("supervising body")},
	END,
};
const struct name agreement_step_names[] = {
	{"submitted", N_("submitted to the assembly")},
	{"approved", N_("approved by the assembly")},
	{"initialled", N_("initialled")},
	{"signed", N_("agreement signed")},
	{"visa-asked", N_("visa asked for")},
	{"visa-given", N_("visa given")},
	{"visa-refused", N_("visa refused")},
	{"in-force", N_("in force")},
	{"completed", N_("completed")},
	{"terminated", N_("terminated")},
	END,
};
const struct name budget_part_names[] = {
	{"revenue", N_("revenue")},
	{"operating", N_("operating expenditure")},
	{"investment", N_("investment expenditure")},
	END,
};
const struct name capacity_names[] = {
	{"wali", N_("the wali")},
	{"governor", N_("the governor")},
	{"authority", N_("representative of the authorities")},
	{"elected", N_("elected representative")},
	{"director", N_("director")},
	{"staff", N_("staff of the chamber")},
	{"partner", N_("partner")},
	{"press", N_("press")},
	{"guest", N_("guest")},
	END,
};
const struct name ceremony_names[] = {
	{"quran", N_("verses of the Holy Quran")},
	{"anthem", N_("national anthem")},
	{"fatiha", N_("reading of the Fatiha")},
	{"telegram", N_("telegram of loyalty")},
	END,
};
const struct name secretary_cause_names[] = {
	{"other", N_("another reason")},
	{"left", N_("the secretary leaves")},
	{"absent", N_("the secretary is absent")},
	END,
};

const struct name chair_cause_names[] = {
	{"other", N_("another reason")},
	{"left", N_("the chair leaves")},
	{"recused", N_("the chair is recused")},
	{"account", N_("the chair's own account")},
	{"returned", N_("the chair returns")},
	END,
};
const struct name text_part_names[] = {
	{"speech", N_("speech")},
	{"presentation", N_("presentation")},
	{"discussion", N_("discussion")},
	{"recommendation", N_("recommendation")},
	{"note", N_("note")},
	END,
};
const struct name speech_kind_names[] = {
	{"speech", N_("speech")},
	{"reply", N_("right of reply")},
	{"order", N_("point of order")},
	END,
};
const struct name vote_kind_names[] = {
	{"unanimous", N_("unanimity")},
	{"hands", N_("public vote by show of hands")},
	{"named", N_("public vote by name")},
	{"secret", N_("secret ballot")},
	{"roll-call", N_("public vote by roll call")},
	END,
};
const struct name calling_names[] = {
	{"number", CTX("roll call", "by number")},
	{"name", CTX("roll call", "by name")},
	END,
};
const struct name statement_names[] = {
	{"explanation", N_("explanation of vote")},
	{"reservation", N_("reservation")},
	END,
};
const struct name vote_value_names[] = {
	{"none", N_("not voted")},
	{"for", CTX("vote", "for")},
	{"against", CTX("vote", "against")},
	{"abstain", CTX("vote", "abstains")},
	END,
};
const struct name vote_base_names[] = {
	{"voters", N_("voters")},
	{"expressed", N_("votes cast")},
	{"present", N_("members present")},
	{"in-office", N_("members in office")},
	{"entitled", N_("members entitled to vote")},
	{"fixed", N_("a fixed number")},
	END,
};
const struct name tie_rule_names[] = {
	{"chair-side", N_("the side of the chair prevails")},
	{"rejected", N_("a tie is not adopted")},
	{"second-vote", N_("a tie is voted on a second time, then not adopted")},
	END,
};
const struct name outcome_names[] = {
	{"unanimous", N_("adopted unanimously")},
	{"unopposed", N_("adopted without opposition")},
	{"adopted", N_("adopted by the majority")},
	{"adopted-side", N_("adopted, the side of the chair prevailing")},
	{"rejected", N_("not adopted")},
	{"rejected-side", N_("not adopted, the side of the chair prevailing")},
	{"tie-no-side", N_("tie, the chair has no side: not adopted")},
	{"no-voters", N_("nobody voted: not adopted")},
	{"tie-again", N_("tie: a second vote decides")},
	END,
};
const struct name motion_kind_names[] = {
	{"amendment", N_("amendment")},
	{"proposal", N_("proposal")},
	{"thanks", N_("motion of thanks")},
	{"postpone", N_("motion to postpone")},
	{"committee", N_("motion to refer to the committee")},
	{"close-debate", N_("motion to close the debate")},
	{"suspend", N_("motion to suspend the sitting")},
	{"count", N_("call for a count of the quorum")},
	{"agenda", N_("adoption of the agenda")},
	{"insert", N_("urgent item")},
	{"move", N_("change of place on the agenda")},
	{"take-off", N_("withdrawal from the agenda")},
	{"transfer", N_("budget amendment")},
	{"chapter", N_("chapter of the budget")},
	{"share", N_("amendment of the amounts")},
	END,
};
const struct name post_names[] = {
	{"president", N_("president")},
	{"vice-president", N_("vice-president")},
	{"treasurer", N_("treasurer")},
	{"deputy-treasurer", N_("deputy treasurer")},
	{"rapporteur", N_("rapporteur")},
	{"deputy-rapporteur", N_("deputy rapporteur")},
	{"committee-president", N_("president of a committee")},
	{"committee-deputy", N_("deputy president of a committee")},
	{"other", N_("another post")},
	END,
};
const struct name round_outcome_names[] = {
	{"elected", CTX("round", "elected")},
	{"next-round", N_("no majority, another round")},
	{"tie", N_("tie")},
	{"nobody", N_("nobody elected")},
	END,
};
const struct name suspension_names[] = {
	{"break", N_("break")},
	{"prayer", N_("prayer")},
	{"consultation", N_("consultation")},
	{"quorum", N_("lack of quorum")},
	{"other", N_("other reason")},
	END,
};
const struct name closing_names[] = {
	{"done", N_("agenda completed")},
	{"no-quorum", N_("no quorum")},
	{"left-open", N_("session left open")},
	END,
};
const struct name channel_names[] = {
	{"hand", N_("by hand")},
	{"bailiff", N_("by a bailiff")},
	{"registered", N_("by registered letter")},
	{"post", N_("by post")},
	{"email", N_("by electronic mail")},
	{"phone", N_("by telephone")},
	{"authority", N_("through the local authority")},
	{"other", N_("in another way")},
	{"none", N_("not notified")},
	END,
};
const struct name request_kind_names[] = {
	{"item", N_("an item of the agenda")},
	{"extraordinary", N_("an extraordinary session")},
	{"dismissal", N_("a dismissal")},
	END,
};
const struct name request_outcome_names[] = {
	{"entered", N_("entered on the agenda")},
	{"refused", N_("refused")},
	{"later", N_("left for later")},
	{"withdrawn", N_("withdrawn by its authors")},
	END,
};
const struct name postponed_to_names[] = {
	{"unsaid", N_("not said")},
	{"next-session", N_("the next session")},
	{"later-session", N_("a later session")},
	END,
};
const struct name left_how_names[] = {
	{"postponed", N_("postponed")},
	{"untreated", N_("not dealt with")},
	{"refused", N_("refused")},
	END,
};
const struct name certainty_names[] = {
	{"law", N_("published text")},
	{"practice", N_("practice")},
	{"unconfirmed", N_("not confirmed")},
	END,
};
const struct name signer_role_names[] = {
	{"secretary", N_("secretary of the sitting")},
	{"president", N_("president of the chamber")},
	END,
};
const struct name signatory_names[] = {
	{"secretary", N_("secretary of the sitting")},
	{"president", N_("president of the chamber")},
	{"vice-president", N_("vice-president")},
	{"rapporteur", N_("rapporteur")},
	{"treasurer", N_("treasurer")},
	{"wali", N_("representative of the wali")},
	{"drawn-1", N_("first member drawn by lot")},
	{"drawn-2", N_("second member drawn by lot")},
	END,
};
const struct name lang_names[] = {
	{"ar", N_("Arabic")}, {"fr", N_("French")}, {"en", N_("English")}, END};

struct message name_label(const struct name *names, int value)
{
	for (int i = 0; names[i].name; i++) {
		if (i == value)
			return TEXT(names[i].label);
	}
	return NO_MESSAGE;
}
