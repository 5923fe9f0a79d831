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
CLEANFILES += $(bench_programs) bench.bars

.PHONY: bench
bench: mahdar$(EXEEXT) mahdar-pdf.so $(bench_programs)
	@$(AM_TESTS_ENVIRONMENT) \
	echo '$(PACKAGE_STRING), figures of one run: they compare with each other only.'; \
	echo "Processors: $$(nproc); busy with other things (load): $$(cut -d ' ' -f 1 /proc/loadavg)"; \
	MAHDAR_BENCH_BARS=$(abs_builddir)/bench.bars; export MAHDAR_BENCH_BARS; \
	rm -f "$$MAHDAR_BENCH_BARS"; \
	for program in $(bench_programs); do ./$$program || exit 1; done; \
	printf '\n%s\n' '=== The bars ==='; \
	cat "$$MAHDAR_BENCH_BARS"; \
	printf '\n%s held, %s MISSED; load at the end: %s\n' \
		"$$(grep -c ' held$$' "$$MAHDAR_BENCH_BARS")" \
		"$$(grep -c ' MISSED$$' "$$MAHDAR_BENCH_BARS")" \
		"$$(cut -d ' ' -f 1 /proc/loadavg)"
