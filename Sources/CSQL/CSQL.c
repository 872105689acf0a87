#include "CSQL.h"

static const sql_script scripts[] = {
  { 0, 0 },
};
const sql_script *const sql_scripts = scripts;
