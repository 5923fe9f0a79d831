# Figures, never part of the tests: make bench builds these and runs them one after the other.
# The status says only whether they ran; a missed bar is a line to read, since a busy machine
# misses it as well.

bench_programs = \
	%D%/events \
	%D%/journal \
	%D%/keys \
	%D%/record \
	%D%/room \
	%D%/scale \
	%D%/screen

EXTRA_PROGRAMS += $(bench_programs)
CLEANFILES += $(bench_programs)

.PHONY: bench
bench: mahdar$(EXEEXT) mahdar-pdf.so $(bench_programs)
	@$(AM_TESTS_ENVIRONMENT) \
	echo '$(PACKAGE_STRING), figures of one run: they compare with each other only.'; \
	for program in $(bench_programs); do ./$$program || exit 1; done
