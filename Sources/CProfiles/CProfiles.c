#include "CProfiles.h"

// Every file of profiles/, carried in the program. A new one gets three lines here; a test fails without them.
static const profile_file files[] = {
  { "douyin-orders.toml", (const char[]){
#embed "../../profiles/douyin-orders.toml" suffix(,)
    0 } },
  { "douyin-main-orders.toml", (const char[]){
#embed "../../profiles/douyin-main-orders.toml" suffix(,)
    0 } },
  { "kuaishou-orders.toml", (const char[]){
#embed "../../profiles/kuaishou-orders.toml" suffix(,)
    0 } },
  { "pinduoduo-orders.toml", (const char[]){
#embed "../../profiles/pinduoduo-orders.toml" suffix(,)
    0 } },
  { 0, 0 },
};
const profile_file *const profile_files = files;
