-- A seed catalogue: what Pengshui really sells in this programme (names after a newspaper report of
-- December 2025; the suppliers' names, prices and households are made up for the example).
INSERT INTO supplier (code, name, kind, households, township) VALUES
  ('TEA',   '彭水苗岭白茶有限公司', 'company',     186, '善感乡'),
  ('SPUD',  '彭水薯业发展有限公司', 'company',     420, '保家镇'),
  ('HERB',  '润溪乡中药材专业合作社', 'cooperative',  95, '润溪乡'),
  ('KOI',   '乔梓乡锦鲤养殖村集体', 'collective',   38, '乔梓乡'),
  ('MIAO',  '苗绣非遗工坊',         'company',      61, '绍庆街道'),
  ('STARCH','靛水街道粉坊村集体',   'collective',   72, '靛水街道'),
  ('YANG',  '杨家家庭农场',         'household',     1, '三义乡')
ON CONFLICT (code) DO NOTHING;

INSERT INTO product (sku, name, unit, price, category, supplier_id, origin, initials)
SELECT v.sku, v.name, v.unit, v.price, v.category, s.supplier_id, v.origin, v.initials
FROM (VALUES
  ('BC01', '彭水白茶 特级 50g',   '盒', 128.00, '白茶',   'TEA',    '彭水', 'psbctj50g'),
  ('BC02', '彭水白茶 一级 100g',  '盒',  98.00, '白茶',   'TEA',    '彭水', 'psbcyj100g'),
  ('BC03', '彭水白茶 礼盒',       '箱', 368.00, '白茶',   'TEA',    '彭水', 'psbclh'),
  ('BC04', '白茶袋泡茶',          '袋',  39.90, '白茶',   'TEA',    '彭水', 'bcdpc'),
  ('HS01', '彭水红薯',            '公斤',  6.80, '红薯',   'SPUD',   '彭水', 'pshs'),
  ('HS02', '蜜薯 精选箱装 5kg',   '箱',  49.90, '红薯',   'SPUD',   '彭水', 'msjxxz5kg'),
  ('HS03', '红薯干',              '袋',  18.50, '红薯',   'SPUD',   '彭水', 'hsg'),
  ('HS04', '红薯脆片',            '袋',  15.80, '红薯',   'SPUD',   '彭水', 'hscp'),
  ('SF01', '苕粉',                '袋',  16.80, '苕粉',   'STARCH', '彭水', 'sf'),
  ('SF02', '手工苕粉 5斤装',      '袋',  45.00, '苕粉',   'STARCH', '彭水', 'sgsf5jz'),
  ('DF01', '红薯淀粉',            '公斤', 14.60, '红薯淀粉', 'STARCH', '彭水', 'hsdf'),
  ('DF02', '红薯淀粉 2斤装',      '袋',  19.90, '红薯淀粉', 'STARCH', '彭水', 'hsdf2jz'),
  ('YC01', '黄精',                '公斤', 86.00, '中药材', 'HERB',   '彭水', 'hj'),
  ('YC02', '天麻 250g',           '盒', 138.00, '中药材', 'HERB',   '彭水', 'tm250g'),
  ('YC03', '金银花 100g',         '袋',  32.00, '中药材', 'HERB',   '彭水', 'jyh100g'),
  ('YC04', '杜仲叶茶',            '盒',  45.00, '中药材', 'HERB',   '彭水', 'dzyc'),
  ('JL01', '锦鲤 红白 15cm',      '尾',  28.00, '锦鲤',   'KOI',    '彭水', 'jlhb15cm'),
  ('JL02', '锦鲤 大正三色 25cm',  '尾', 168.00, '锦鲤',   'KOI',    '彭水', 'jldzss25cm'),
  ('MX01', '苗绣香囊',            '件',  58.00, '苗绣',   'MIAO',   '彭水', 'mxxn'),
  ('MX02', '苗绣围巾',            '件', 268.00, '苗绣',   'MIAO',   '彭水', 'mxwj'),
  ('MX03', '苗绣挂画',            '件', 880.00, '苗绣',   'MIAO',   '彭水', 'mxgh'),
  ('FM01', '土蜂蜜 500g',         '瓶',  88.00, '蜂蜜',   'YANG',   '彭水', 'tfm500g'),
  ('LR01', '农家腊肉',            '公斤', 76.00, '腊味',   'YANG',   '彭水', 'njlr'),
  ('LY01', '鲁渝协作·亲情之旅 门票', '张', 90.00, '旅游',  NULL,     '彭水', 'lyxzqqzlmp'),
  ('AJ01', '东阿阿胶糕 200g',     '盒', 118.00, '非帮扶', NULL,     '聊城', 'daajg200g')
) AS v(sku, name, unit, price, category, supplier, origin, initials)
LEFT JOIN supplier s ON s.code = v.supplier
ON CONFLICT (sku) DO NOTHING;

INSERT INTO barcode (code, product_id)
SELECT v.code, p.product_id
FROM (VALUES ('6970100000017', 'BC01'), ('6970100000024', 'BC02'), ('6970100000031', 'BC03'),
  ('6970100000048', 'BC04'), ('6970100000055', 'HS02'), ('6970100000062', 'HS03'), ('6970100000079', 'SF01'),
  ('6970100000086', 'DF02'), ('6970100000093', 'YC02'), ('6970100000109', 'FM01')) AS v(code, sku)
JOIN product p ON p.sku = v.sku
ON CONFLICT (code) DO NOTHING;

INSERT INTO buyer (code, name, kind, province) VALUES
  ('LCSYY', '聊城市人民医院食堂', 'canteen', '山东'),
  ('LCYZ',  '聊城第一中学食堂',   'canteen', '山东'),
  ('LCZGH', '聊城市总工会',       'union', '山东'),
  ('ZBSC',  '振华超市聊城店',     'supermarket', '山东')
ON CONFLICT (code) DO NOTHING;
