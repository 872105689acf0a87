#pragma once

/// A script from sql/, carried in the program.
typedef struct {
  const char *name;  ///< Path under sql/, such as "migrations/0001_catalogue.sql".
  const char *text;  ///< The file's bytes, NUL-terminated.
} sql_script;

/// Every script of sql/, a folder after the other, in the order they are applied; ends with a null name.
extern const sql_script *const sql_scripts;
