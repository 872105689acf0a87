-- What every programme starts with: the units, the default shop, the eleven channels.
INSERT INTO unit (code, english, whole) VALUES
  ('公斤', 'kg', false), ('克', 'g', false), ('斤', 'jin', false),
  ('盒', 'box', true), ('袋', 'bag', true), ('箱', 'case', true), ('尾', 'fish', true), ('件', 'piece', true),
  ('瓶', 'bottle', true), ('罐', 'tin', true), ('张', 'ticket', true)
ON CONFLICT (code) DO NOTHING;

INSERT INTO location (code, name, kind, is_default) VALUES ('shop', '消费帮扶专店', 'shop', true)
ON CONFLICT (code) DO NOTHING;

INSERT INTO channel (code, name, kind, platform, ships_from)
SELECT v.code, v.name, v.kind, v.platform, l.location_id
FROM (VALUES
  ('counter', '专店柜台', 'counter', NULL, true),
  ('canteen', '食堂', 'canteen', NULL, true),
  ('supermarket', '商超', 'supermarket', 'supermarket', true),
  ('fair', '展销活动', 'fair', 'fair', true),
  ('douyin', '抖音直播', 'livestream', 'douyin', false),
  ('kuaishou', '快手直播', 'livestream', 'kuaishou', false),
  ('weixin', '微信视频号', 'livestream', 'weixin', false),
  ('taobao', '淘宝天猫', 'marketplace', 'taobao', false),
  ('pinduoduo', '拼多多', 'marketplace', 'pinduoduo', false),
  ('fupin832', '832平台', 'marketplace', 'fupin832', false),
  ('tourism', '帮扶旅游', 'tourism', NULL, false)
) AS v(code, name, kind, platform, ships)
LEFT JOIN location l ON l.is_default AND v.ships
ON CONFLICT (code) DO NOTHING;
