# Reads a catalogue as msgcat --no-wrap writes it and names each translation whose {placeholders}
# are not those of its source. A plural form may leave out {n}: "one member", "two members".
# {item:oblique} asks for a form of {item}.
function holes(text, set,    name) {
	while (match(text, /\{[a-z_]+(:[a-z]+)*\}/)) {
		name = substr(text, RSTART, RLENGTH)
		sub(/:.*/, "}", name)
		set[name]
		text = substr(text, RSTART + RLENGTH)
	}
}
# A question stays one, a label keeps its colon, a sentence of some words its full stop.
function last_sign(text) {
	sub(/ +$/, "", text)
	if (text ~ /؟$/)
		return "?"
	return text ~ /[?!:.]$/ ? substr(text, length(text)) : ""
}
function signs(    of, is) {
	of = last_sign(id)
	is = last_sign(form["msgstr"])
	if (plural != "" || form["msgstr"] == "")
		return
	if (of == "." && (id !~ / .* / || id ~ / no\.$/))
		return
	if (of != is && !(of == "" && is == "."))
		complain("ends with \"" of "\", its translation with \"" is "\"")
}
# Arabic is written without vowel signs, and what people read has no marks of direction in it.
function letters(text) {
	if (text ~ /ً|ٌ|ٍ|َ|ُ|ِ|ّ|ْ/)
		complain("has vowel signs")
	if (text ~ /\342\200\216|\342\200\217|\330\234|\342\201\246|\342\201\247|\342\201\250|\342\201\251/)
		complain("has marks of direction")
}
# The signs of each language: an apostrophe that is one in French, with a blank before what French
# sets apart; in Arabic the comma, semicolon and question mark of Arabic. A sample of what is typed
# keeps its own signs: it stands in the source as well, and a single sign stands in « ». A value is
# set apart from its sentence, so that no letter of Arabic joins it: "in {place}" takes a word of its
# own, the letters b, l and k a tatweel. Words of the catalogue itself, as {majority}, do join.
function typeset(text) {
	gsub(/«[,;]»/, "", text)
	gsub(/\302\240|\342\200\257/, " ", text)
	if (name == "fr.po" && text ~ /'/)
		complain("has a typewriter's apostrophe")
	if (name == "fr.po" && without_samples(text, "[A-Za-z0-9}\200-\277]([;!?]|:( |$))|«[^ ]|[^ ]»"))
		complain("lacks a blank before a sign or inside « »")
	if (name == "ar.po" && without_samples(text, "[\200-\277})][,;?]|[,;] [\330-\333]"))
		complain("has the punctuation of Latin script")
	if (name == "ar.po" && text ~ /(\330\250|\331\204|\331\203)\{/ && text !~ /\330\250\{majority\}/)
		complain("joins a letter to a value")
}
# Whether TEXT has the PATTERN outside of what the source has letter by letter.
function without_samples(text, pattern,    piece) {
	while (match(text, pattern)) {
		piece = substr(text, RSTART, RLENGTH)
		if (!index(id plural, piece))
			return 1
		text = substr(text, RSTART + RLENGTH)
	}
	return 0
}
function check(    want, have, i, h) {
	if (id != "") {
		signs()
		for (i in form) {
			letters(form[i])
			typeset(form[i])
		}
		split("", want)
		holes(id, want)
		holes(plural, want)
		for (i in form) {
			if (form[i] == "")
				continue
			split("", have)
			holes(form[i], have)
			for (h in have)
				if (!(h in want))
					complain(h " is not in the source")
			for (h in want)
				if (!(h in have) && !(plural != "" && h == "{n}"))
					complain(h " is missing")
		}
	}
	id = plural = ""
	split("", form)
}
function complain(what) {
	printf "%s: \"%s\": %s\n", name, id, what
	bad = 1
}
function content(line) {
	sub(/^[^"]*"/, "", line)
	sub(/"$/, "", line)
	return line
}
/^#~/ { next }
/^msgctxt / { check(); part = "context"; next }
/^msgid / { if (part != "context") check(); part = "id"; id = content($0); next }
/^msgid_plural / { part = "plural"; plural = content($0); next }
/^msgstr/ { part = $1; form[part] = content($0); next }
/^"/ {
	if (part == "id")
		id = id content($0)
	else if (part == "plural")
		plural = plural content($0)
	else if (part ~ /^msgstr/)
		form[part] = form[part] content($0)
}
END { check(); exit bad }
