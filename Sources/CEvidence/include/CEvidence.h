#pragma once

/// A file of evidence/, carried in the program.
typedef struct {
  const char *name;  ///< The file's name, such as "verify.py".
  const char *text;  ///< The file's bytes, NUL-terminated.
} evidence_file;

/// Every file of evidence/; ends with a null name.
extern const evidence_file *const evidence_files;
