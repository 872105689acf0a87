#include <zip.h>
#include <stdlib.h>

// A GNU extension that glibc's headers hide from Swift: a temporary file that no child inherits.
int mkostemp(char *, int);
