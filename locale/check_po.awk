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
function check(    want, have, i, h) {
	if (id != "") {
		signs()
		for (i in form)
			letters(form[i])
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
