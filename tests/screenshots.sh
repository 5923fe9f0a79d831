#!/bin/sh
# Pictures of the program in real terminals, to be looked at: the test of the screen, the desk and
# the scenes of the room in Arabic and in French, in every terminal that is installed.
#     sh tests/screenshots.sh BUILD-FOLDER [TERMINAL...]
# writes BUILD-FOLDER/screenshots/TERMINAL-SCENE.png. A scene is the program (desk, room, or wide:
# the room at 160 by 45), what is shown, and the language, as wide-result-ar; SCENES has others
# than those below. Wants Xvfb, ImageMagick (import), the font
# DejaVu Sans Mono, and of terminals what there is: xterm, sakura (VTE), mlterm, kitty, konsole,
# alacritty, urxvt, st, qterminal, pterm (PuTTY), foot (in weston); tmux and screen run in sakura,
# tmux in xterm as well, and xterm stands in for the console of Linux by its TERM alone.
# Not part of make check: what is right here only an eye can tell.
set -u
unset TMUX STY COLORFGBG VTE_VERSION KONSOLE_VERSION KITTY_WINDOW_ID MLTERM
build=$(cd "${1:?the build folder}" && pwd) || exit 2
shift
out=$build/screenshots
program=$build/mahdar
font='DejaVu Sans Mono'
scenes='test desk-agenda-ar desk-agenda-fr desk-vote-ar desk-vote-fr room-vote-ar room-result-ar
	room-result-fr wide-rest-ar wide-agenda-ar wide-agenda-fr wide-item-ar wide-item-fr
	wide-vote-ar wide-result-ar wide-result-fr wide-speaker-ar wide-speaker-fr wide-closing-ar
	wide-closing-fr'
all='xterm xterm-light sakura mlterm kitty konsole alacritty urxvt st foot tmux screen qterminal pterm
	xterm-tmux xterm-linux'
rm -rf "$out"
mkdir -p "$out/home" "$out/state" || exit 2
# A kind of its own for each terminal that needs settings in a file; QTerminal orders letters itself,
# which is switched off as the program asks for.
mkdir -p "$out/home/.mlterm" "$out/home/.config/qterminal.org"
printf 'DEFAULT=%s\nISO10646_UCS4_1=%s\n' "$font" "$font" >"$out/home/.mlterm/aafont"
printf '[General]\nfontFamily=%s\nfontSize=14\nAskOnExit=false\nenabledBidiSupport=false\nHideTabBarWithOneTab=true\nMenuVisible=false\n' \
	"$font" >"$out/home/.config/qterminal.org/qterminal.ini"

# mlterm draws the dots under a row only where rows are a little apart.
printf 'line_space = 2\n' >"$out/home/.mlterm/main"
printf '[KonsoleWindow]\nRememberWindowSize=false\n' >"$out/home/.config/konsolerc"

# --- registers: one for everything that is shown ---

export MAHDAR_ANY_PLACE=1 XDG_STATE_HOME="$out/state" HOME="$out/home" LC_ALL=C.UTF-8
export LIBGL_ALWAYS_SOFTWARE=1 QT_QPA_PLATFORM=xcb NO_AT_BRIDGE=1 XDG_RUNTIME_DIR="$out/home"
chmod 700 "$out/home"

# What is said is done to a copy of the register of FROM, each line at the time of the one before.
register() { # NAME FROM
	mkdir -p "$out/$1"
	cp "$out/$2/register.mahdar"* "$out/$1"
	awk '/^@/ { at = $1 } /^[^@#]/ { $0 = at " " $0 } 1' |
		"$program" --register "$out/$1/register.mahdar" play --keep-going - >"$out/$1.log"
}

"$program" demo --dir "$out/rest" --lang ar </dev/null >/dev/null 2>&1
register agenda rest <<'END'
@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4
attendance.all
@10:10 quorum.record
item.open item=1
item.present item=1 member=4
item.note item=1
item.close item=1
END
register item agenda <<'END'
@10:12 item.open item=2
item.present item=2 member=4
END
register vote item <<'END'
@10:20 vote.open item=2 kind=named
vote.all value=for
vote.cast member=7,12 value=against
vote.cast member=24 value=abstain
END
register result vote <<'END'
@10:25 vote.close
vote.announce
END
register closing rest <"$(dirname "$0")/../storage/sample/session.play"
"$program" --register "$out/closing/register.mahdar" freeze 1 >>"$out/closing.log"

# The words between the dashes: which program, what it shows, in which language.
scene_command() {
	lang=${1##*-}
	shows=${1#*-}
	shows=${shows%-*}
	register="--lang $lang --register $out/$shows/register.mahdar"
	case $1 in
	test) echo "exec $program --lang ar --test-screen" ;;
	desk-*) echo "exec $program $register" ;;
	# Who speaks has just begun: the acts tell the time where no desk does.
	*-speaker-*)
		echo "cp $out/item/register.mahdar $out/speaker.mahdar"
		register="--lang $lang --register $out/speaker.mahdar"
		echo "printf 'floor.ask member=10\nfloor.ask member=22\nfloor.give\n' | $program $register play -"
		echo "exec $program $register room" ;;
	*-agenda-* | *-rest-*) echo "exec $program $register room --scene $shows" ;;
	*) echo "exec $program $register room" ;;
	esac
}

scene_size() {
	case $1 in
	wide-*) cols=160 rows=45 ;;
	*) cols=80 rows=24 ;;
	esac
}

# --- terminals: each begins the script it is given, of $cols by $rows or more ---

start_terminal() { # NAME SCRIPT
	case $1 in
	xterm) exec xterm -fa "$font" -fs 14 -geometry "$cols"x"$rows" -bg black -fg white -e "$2" ;;
	xterm-tmux) exec xterm -fa "$font" -fs 14 -geometry "$cols"x$((rows + 1)) -bg black -fg white \
		-e tmux -L mahdar-shots -f /dev/null new-session "$2" ;;
	xterm-linux) exec xterm -tn linux -fa "$font" -fs 14 -geometry "$cols"x"$rows" -bg black -fg white -e "$2" ;;
	xterm-light) exec xterm -fa "$font" -fs 14 -geometry "$cols"x"$rows" -bg white -fg black -e "$2" ;;
	sakura) exec sakura -f "$font 14" -c "$cols" -r "$rows" -x "$2" ;;
	mlterm) exec mlterm --type=xft --fontsize=20 -g "$cols"x"$rows" -e "$2" ;;
	kitty) exec kitty -o font_family="$font" -o font_size=14 -o remember_window_size=no \
		-o initial_window_width="$cols"c -o initial_window_height="$rows"c "$2" ;;
	konsole) exec dbus-run-session konsole --hide-menubar --hide-tabbar -p "Font=$font,14" \
		-p TerminalColumns="$cols" -p TerminalRows="$rows" -e "$2" ;;
	alacritty) exec alacritty -o "font.normal.family='$font'" -o font.size=14 \
		-o window.dimensions.columns="$cols" -o window.dimensions.lines="$rows" -e "$2" ;;
	urxvt) exec urxvt -fn "xft:$font:size=14" -geometry "$cols"x"$rows" -e "$2" ;;
	st) exec st -f "$font:size=14" -g "$cols"x"$rows" -e "$2" ;;
	foot) weston --backend=x11-backend.so --width=1900 --height=1060 --no-config \
		--socket=mahdar-shots >"$out/weston.log" 2>&1 &
		echo $! >"$out/weston.pid"
		sleep 3
		WAYLAND_DISPLAY=mahdar-shots exec foot -f "$font:size=14" -W "$cols"x"$rows" "$2" ;;
	tmux) exec sakura -f "$font 14" -c "$cols" -r $((rows + 1)) -x "tmux -L mahdar-shots -f /dev/null new-session $2" ;;
	screen) exec sakura -f "$font 14" -c "$cols" -r "$rows" -x "screen -c /dev/null $2" ;;
	qterminal) exec dbus-run-session qterminal --geometry 1900x1060 -e "$2" ;;
	pterm) exec pterm -fn "client:$font 14" -geometry "$cols"x"$rows" -e "$2" ;;
	esac
}

needs() {
	case $1 in
	xterm-light | xterm-linux) echo xterm ;;
	xterm-tmux) echo 'xterm tmux' ;;
	tmux | screen) echo "sakura $1" ;;
	foot) echo 'foot weston' ;;
	*) echo "$1" ;;
	esac
}

picture() { # TERMINAL SCENE
	script=$out/run-$1-$2
	log=$out/$1.log
	scene_size "$2"
	printf '#!/bin/sh\nunset NO_COLOR\n%s\n' "$(scene_command "$2")" >"$script"
	chmod +x "$script"
	Xvfb -displayfd 3 -screen 0 2240x1280x24 -nolisten tcp 3>"$out/display" >/dev/null 2>&1 &
	server=$!
	for wait in $(seq 60); do
		test -s "$out/display" && break
		sleep 0.3
	done
	DISPLAY=:$(cat "$out/display")
	export DISPLAY
	(start_terminal "$1" "$script") >>"$log" 2>&1 &
	window=$!
	# Some need seconds for their first window: until something is to be seen, and a while more.
	for wait in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
		sleep 2
		import -window root "$out/$1-$2.png"
		test "$(identify -format %k "$out/$1-$2.png")" -gt 24 && break
	done
	sleep 3
	import -window root "$out/$1-$2.png" && echo "$out/$1-$2.png"
	kill "$window" $(cat "$out/weston.pid" 2>/dev/null) 2>/dev/null
	case $1 in *tmux) tmux -L mahdar-shots kill-server 2>/dev/null ;; esac
	sleep 0.5
	kill "$server" 2>/dev/null
	wait "$server" "$window" 2>/dev/null
	rm -f "$script" "$out/display" "$out/weston.pid"
}

for terminal in ${*:-$all}; do
	for tool in Xvfb import $(needs "$terminal"); do
		command -v "$tool" >/dev/null || {
			echo "$terminal: $tool is not installed"
			continue 2
		}
	done
	for scene in ${SCENES:-$scenes}; do
		picture "$terminal" "$scene"
	done
done
