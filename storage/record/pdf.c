#include "config.h"

#include "storage/record/pdf.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "storage/record/pdf_module.h"

/* FOLDER/mahdar-pdf.so if it can be read, else false. */
static bool module_in(const char *folder, char path[PATH_MAX])
{
	size_t n = strlen(folder);

	if (n + sizeof "/" PDF_MODULE_FILE > PATH_MAX)
		return false;
	memcpy(path, folder, n);
	memcpy(path + n, "/" PDF_MODULE_FILE, sizeof "/" PDF_MODULE_FILE);
	return access(path, R_OK) == 0;
}

/* Beside the program FOLDER (a run from the build folder), or where an installation that was moved
 * as a whole has it. */
static bool module_near(char folder[PATH_MAX], char path[PATH_MAX])
{
	static const char installed[] = "/../lib/" PACKAGE;
	size_t n = strlen(folder);

	if (module_in(folder, path))
		return true;
	if (n + sizeof installed > PATH_MAX)
		return false;
	memcpy(folder + n, installed, sizeof installed);
	return module_in(folder, path);
}

/* Near the program, else where it was to be installed. Programs of the test suite stand elsewhere
 * and name the folder in the environment. */
static bool module_find(char path[PATH_MAX])
{
	const char *folder = secure_getenv("MAHDAR_MODULE_DIR");
	char own[PATH_MAX];
	ssize_t n;
	char *slash;

	if (folder && *folder)
		return module_in(folder, path);
	n = readlink("/proc/self/exe", own, sizeof own - 1);
	if (n > 0) {
		own[n] = '\0';
		slash = strrchr(own, '/');
		if (slash) {
			*slash = '\0';
			if (module_near(own, path))
				return true;
		}
	}
	return module_in(PKGLIBDIR, path);
}

static bool module_fits(const struct pdf_module *m)
{
	static const size_t sizes[] = PDF_MODULE_SIZES;

	return strcmp(m->version, PACKAGE_VERSION) == 0 &&
	       memcmp(m->sizes, sizes, sizeof sizes) == 0;
}

/* The module is never unloaded: GLib's types cannot be registered twice in one process. */
const struct pdf_module *pdf_module_load(struct error *err)
{
	char path[PATH_MAX];
	const struct pdf_module *m;
	void *handle;

	if (!module_find(path)) {
		(void)error_set(err, ERROR_MODULE, "%s", PDF_MODULE_FILE);
		return NULL;
	}
	handle = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	if (!handle) {
		(void)error_set(err, ERROR_MODULE, "%s", dlerror());
		return NULL;
	}
	m = dlsym(handle, PDF_MODULE_NAME);
	if (!m || !module_fits(m)) {
		dlclose(handle);
		(void)error_set(err, ERROR_MODULE, "%s", path);
		return NULL;
	}
	return m;
}

int pdf_render(const struct pdf_input *in, struct bytes *out, struct error *err)
{
	const struct pdf_module *m = pdf_module_load(err);

	return m ? m->render(in, out, err) : -1;
}
