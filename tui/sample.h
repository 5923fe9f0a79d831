/* The sample register: the session of October 2024 as data of this program, for the demo, the
 * rehearsal and the tests. Everything made from it is marked as a specimen. */
#ifndef TUI_SAMPLE_H
#define TUI_SAMPLE_H

#include "tui/cli.h"

/* Clock and chance of the sample come from its script, so that two runs give equal bytes. */
struct sample {
	struct source_script script;
	struct registry *r;
};

/* Make the sample register at PATH: chamber, members, the session prepared, the SPECIMEN keys
 * recorded; the session is chosen. The exit code, after complaining. Owner: the caller closes
 * SAMPLE->r (NULL on failure); SAMPLE must outlive it. */
int sample_create(struct cli *cli, const char *path, struct sample *sample);
/* Lay the agreements of the agenda on the table, with their parties and shares. */
int sample_agreements(struct cli *cli, struct sample *sample);
/* Play the whole session: the agreements, then everything from the opening of the sitting to its
 * closing. */
int sample_play(struct cli *cli, struct sample *sample);
/* The key of SIGNER as a PKCS#12, where it is one of the SPECIMEN keys this program carries; their
 * passphrase is the word "specimen". Empty: it is another, whose file its owner has. */
struct str sample_key(const struct signer *signer, struct arena *a);

#endif
