#include "CProfiles.h"

// Every file of profiles/, carried in the program. A new one gets three lines here; a test fails without them.
static const profile_file files[] = {
  { "douyin-orders.toml", (const char[]){
#embed "../../profiles/douyin-orders.toml" suffix(,)
    0 } },
  { "douyin-main-orders.toml", (const char[]){
#embed "../../profiles/douyin-main-orders.toml" suffix(,)
    0 } },
  { "douyin-aftersales.toml", (const char[]){
#embed "../../profiles/douyin-aftersales.toml" suffix(,)
    0 } },
  { "kuaishou-orders.toml", (const char[]){
#embed "../../profiles/kuaishou-orders.toml" suffix(,)
    0 } },
  { "kuaishou-aftersales.toml", (const char[]){
#embed "../../profiles/kuaishou-aftersales.toml" suffix(,)
    0 } },
  { "weixin-orders.toml", (const char[]){
#embed "../../profiles/weixin-orders.toml" suffix(,)
    0 } },
  { "weixin-aftersales.toml", (const char[]){
#embed "../../profiles/weixin-aftersales.toml" suffix(,)
    0 } },
  { "taobao-orders.toml", (const char[]){
#embed "../../profiles/taobao-orders.toml" suffix(,)
    0 } },
  { "taobao-refunds.toml", (const char[]){
#embed "../../profiles/taobao-refunds.toml" suffix(,)
    0 } },
  { "pinduoduo-orders.toml", (const char[]){
#embed "../../profiles/pinduoduo-orders.toml" suffix(,)
    0 } },
  { "fupin832-orders.toml", (const char[]){
#embed "../../profiles/fupin832-orders.toml" suffix(,)
    0 } },
  { "supermarket-consignment.toml", (const char[]){
#embed "../../profiles/supermarket-consignment.toml" suffix(,)
    0 } },
  { "supermarket-concession.toml", (const char[]){
#embed "../../profiles/supermarket-concession.toml" suffix(,)
    0 } },
  { "fair-sales.toml", (const char[]){
#embed "../../profiles/fair-sales.toml" suffix(,)
    0 } },
  { "canteen-orders.toml", (const char[]){
#embed "../../profiles/canteen-orders.toml" suffix(,)
    0 } },
  { "fupin832-purchases.toml", (const char[]){
#embed "../../profiles/fupin832-purchases.toml" suffix(,)
    0 } },
  { "douyin-commissions.toml", (const char[]){
#embed "../../profiles/douyin-commissions.toml" suffix(,)
    0 } },
  { "douyin-settlements.toml", (const char[]){
#embed "../../profiles/douyin-settlements.toml" suffix(,)
    0 } },
  { "douyin-account.toml", (const char[]){
#embed "../../profiles/douyin-account.toml" suffix(,)
    0 } },
  { "kuaishou-settlements.toml", (const char[]){
#embed "../../profiles/kuaishou-settlements.toml" suffix(,)
    0 } },
  { "weixin-account.toml", (const char[]){
#embed "../../profiles/weixin-account.toml" suffix(,)
    0 } },
  { "pinduoduo-account.toml", (const char[]){
#embed "../../profiles/pinduoduo-account.toml" suffix(,)
    0 } },
  { "taobao-account.toml", (const char[]){
#embed "../../profiles/taobao-account.toml" suffix(,)
    0 } },
  { "wechatpay-trades.toml", (const char[]){
#embed "../../profiles/wechatpay-trades.toml" suffix(,)
    0 } },
  { "alipay-trades.toml", (const char[]){
#embed "../../profiles/alipay-trades.toml" suffix(,)
    0 } },
  { "alipay-account.toml", (const char[]){
#embed "../../profiles/alipay-account.toml" suffix(,)
    0 } },
  { "wechat-personal.toml", (const char[]){
#embed "../../profiles/wechat-personal.toml" suffix(,)
    0 } },
  { "alipay-personal.toml", (const char[]){
#embed "../../profiles/alipay-personal.toml" suffix(,)
    0 } },
  { 0, 0 },
};
const profile_file *const profile_files = files;
