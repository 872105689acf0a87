#include "CEvidence.h"

// Every file of evidence/, carried in the program.
static const evidence_file files[] = {
  { "tables.json", (const char[]){
#embed "../../evidence/tables.json" suffix(,)
    0 } },
  { "verify.py", (const char[]){
#embed "../../evidence/verify.py" suffix(,)
    0 } },
  { "README.md", (const char[]){
#embed "../../evidence/README.md" suffix(,)
    0 } },
  { "请先读.md", (const char[]){
#embed "../../evidence/请先读.md" suffix(,)
    0 } },
  { 0, 0 },
};
const evidence_file *const evidence_files = files;
