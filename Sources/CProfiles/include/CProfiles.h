#pragma once

/// A file of profiles/, carried in the program.
typedef struct {
  const char *name;  ///< The file's name, such as "douyin-orders.toml".
  const char *text;  ///< The file's bytes, NUL-terminated.
} profile_file;

/// Every file of profiles/; ends with a null name.
extern const profile_file *const profile_files;
