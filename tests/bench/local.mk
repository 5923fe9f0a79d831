# Figures: make check builds these, so that they go on being built, and make bench runs them one
# after the other. Of the tests only scenario/keys.sh runs one.
# The bar of a time is a line to read, since a busy machine misses it as well; a bar missed by what
# is counted (keys, bytes, syncs), or by far by what is steady, is told at the end and fails.

bench_programs = \
	%D%/events \
	%D%/journal \
	%D%/keys \
	%D%/record \
	%D%/room \
	%D%/scale \
	%D%/screen

check_PROGRAMS += $(bench_programs)
CLEANFILES += bench.bars

.PHONY: bench
bench: mahdar$(EXEEXT) mahdar-pdf.so $(bench_programs)
	@$(AM_TESTS_ENVIRONMENT) \
	echo '$(PACKAGE_STRING), figures of one run: they compare with each other only.'; \
	echo "Processors: $$(nproc); busy with other things (load): $$(cut -d ' ' -f 1 /proc/loadavg)"; \
	MAHDAR_BENCH_BARS=$(abs_builddir)/bench.bars; export MAHDAR_BENCH_BARS; \
	rm -f "$$MAHDAR_BENCH_BARS"; \
	for program in $(bench_programs); do \
		./$$program; status=$$?; \
		test $$status -le 1 || exit $$status; \
	done; \
	printf '\n%s\n' '=== The bars ==='; \
	cat "$$MAHDAR_BENCH_BARS"; \
	broken=$$(grep -c ' MISSED$$' "$$MAHDAR_BENCH_BARS"); \
	printf '\n%s held, %s missed, %s MISSED that have to hold; load at the end: %s\n' \
		"$$(grep -c ' held$$' "$$MAHDAR_BENCH_BARS")" \
		"$$(grep -c ' missed$$' "$$MAHDAR_BENCH_BARS")" "$$broken" \
		"$$(cut -d ' ' -f 1 /proc/loadavg)"; \
	test "$$broken" -eq 0 || { \
		printf '%s\n' 'No other machine and no company on it explains these:'; \
		grep ' MISSED$$' "$$MAHDAR_BENCH_BARS"; \
		exit 1; \
	}
