#include <spawn.h>

// GNU extensions that glibc's headers hide from Swift, needed to start a server that lets go of
// its parent's folder, files and terminal.
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
enum { SPAWN_SETSID = 0x80 };
