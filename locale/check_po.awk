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
function check(    want, have, i, h) {
	if (id != "") {
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
