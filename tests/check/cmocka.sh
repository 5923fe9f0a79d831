#!/bin/sh
# cmocka.sh PROGRAM: runs it and mends its TAP: cmocka 1.1.5 writes a case that was skipped as
# "not ok N # SKIP NAME", which every reader of TAP counts as failed.
exec 4>&1
status=$({ { "$@" 3>&- 4>&-; echo $? >&3; } |
	sed 's/^not ok \([0-9]*\) # SKIP \(.*\)/ok \1 - \2 # SKIP/' >&4; } 3>&1)
exit "$status"
