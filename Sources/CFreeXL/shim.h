#include <freexl.h>

// A GNU extension that glibc's headers hide from Swift: a pipe that no other child inherits.
int pipe2(int[2], int);

// Another one: a file in memory.
int memfd_create(const char *, unsigned int);
