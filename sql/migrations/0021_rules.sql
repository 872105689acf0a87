-- Rule sets and certificates, and what they say of a line.

CREATE TABLE province (
  name    text PRIMARY KEY,
  eastern boolean NOT NULL
);
COMMENT ON TABLE province IS 'The provinces, by their short names.';
COMMENT ON COLUMN province.eastern IS 'One of the eight that aid a western one (东西部协作, since 2021).';
INSERT INTO province (name, eastern)
SELECT p.name, p.name IN ('北京', '天津', '上海', '江苏', '浙江', '福建', '山东', '广东')
FROM unnest(ARRAY['北京', '天津', '河北', '山西', '内蒙古', '辽宁', '吉林', '黑龙江', '上海', '江苏', '浙江', '安徽',
  '福建', '江西', '山东', '河南', '湖北', '湖南', '广东', '广西', '海南', '重庆', '四川', '贵州', '云南', '西藏',
  '陕西', '甘肃', '青海', '宁夏', '新疆', '台湾', '香港', '澳门']) AS p(name);

ALTER TABLE channel ADD COLUMN province text;
ALTER TABLE channel ADD CONSTRAINT channel_province_known FOREIGN KEY (province) REFERENCES province (name);
COMMENT ON COLUMN channel.province IS 'The province where what it sells goes, unless the buyer is of another; null: not known.';
UPDATE channel SET province = '山东'
WHERE kind IN ('counter', 'canteen', 'supermarket', 'fair') AND (SELECT g.partner FROM programme g) LIKE '聊城%';

CREATE SEQUENCE rule_set_number;
CREATE TABLE rule_set (
  rule_set_id  bigint PRIMARY KEY,
  posting_id   bigint NOT NULL,
  from_day     date NOT NULL,
  recognition  jsonb NOT NULL,
  origins      text[] NOT NULL,
  certificates text NOT NULL,
  provinces    text[],
  supermarket  text NOT NULL,
  subsidies    text NOT NULL,
  tourism      text NOT NULL,
  CONSTRAINT rule_set_origins_given CHECK (cardinality(origins) BETWEEN 1 AND 100 AND '' <> ALL (origins)),
  CONSTRAINT rule_set_certificates_known CHECK (certificates IN ('none', 'required')),
  CONSTRAINT rule_set_provinces_given CHECK (cardinality(provinces) > 0),
  CONSTRAINT rule_set_supermarket_known CHECK (supermarket IN ('till', 'settlement', 'paid')),
  CONSTRAINT rule_set_subsidies_known CHECK (subsidies IN ('in', 'out')),
  CONSTRAINT rule_set_tourism_known CHECK (tourism IN ('in', 'out')),
  CONSTRAINT rule_set_day_plausible CHECK (from_day BETWEEN '2010-01-01' AND '2099-12-31')
);
COMMENT ON TABLE rule_set IS 'What counts from a day on, until another one begins; of two of a day the newer holds.';
COMMENT ON COLUMN rule_set.recognition IS 'By kind of channel, the event that makes a sale count on its day: paid, delivered or accepted.';
COMMENT ON COLUMN rule_set.provinces IS 'Where goods must go to count; null: anywhere.';
COMMENT ON COLUMN rule_set.supermarket IS 'Which of a supermarket''s three amounts counts.';

CREATE SEQUENCE certificate_number;
CREATE TABLE certificate (
  certificate_id bigint PRIMARY KEY,
  posting_id  bigint NOT NULL,
  product_id  bigint NOT NULL,
  supplier_id bigint,
  number      text NOT NULL,
  batch       text NOT NULL DEFAULT '',
  from_day    date NOT NULL,
  to_day      date NOT NULL,
  source      text NOT NULL DEFAULT '',
  CONSTRAINT certificate_product_known FOREIGN KEY (product_id) REFERENCES product (product_id),
  CONSTRAINT certificate_supplier_known FOREIGN KEY (supplier_id) REFERENCES supplier (supplier_id),
  CONSTRAINT certificate_number_given CHECK (number <> ''),
  CONSTRAINT certificate_days_in_order CHECK (from_day <= to_day),
  CONSTRAINT certificate_days_plausible CHECK (from_day >= '2010-01-01' AND to_day <= '2099-12-31'),
  CONSTRAINT certificate_number_short CHECK (char_length(number) <= 100),
  CONSTRAINT certificate_batch_short CHECK (char_length(batch) <= 100),
  CONSTRAINT certificate_source_short CHECK (char_length(source) <= 200)
);
COMMENT ON TABLE certificate IS 'That a product of a supplier is certified (消费帮扶产品认定) from a day to a day; judged on the day of sale.';

CREATE TABLE certificate_end (
  posting_id     bigint NOT NULL,
  certificate_id bigint PRIMARY KEY,
  last_day       date,
  CONSTRAINT certificate_end_certificate_known FOREIGN KEY (certificate_id) REFERENCES certificate (certificate_id)
);
COMMENT ON TABLE certificate_end IS 'That a certificate ended before its time, or was entered by mistake (no last day).';

-- Which certificate holds of a product on which days; computed from the certificates, so that a sale looks at one row.
CREATE TABLE certificate_period (
  product_id  bigint NOT NULL,
  supplier_id bigint NOT NULL,
  from_day    date NOT NULL,
  to_day      date NOT NULL,
  certificate_id bigint NOT NULL,
  CONSTRAINT certificate_period_pkey PRIMARY KEY (product_id, supplier_id, from_day)
);
COMMENT ON TABLE certificate_period IS 'The days of a product that one certificate holds for; supplier 0 stands for none.';

CREATE TYPE judgement AS (
  verdict text, rule text, fact text, rule_set_id bigint, certificate_id bigint, province text, way text
);
COMMENT ON TYPE judgement IS 'What a line counts as, and why.';

ALTER TABLE line ADD COLUMN fact text;
ALTER TABLE line ADD COLUMN rule_set_id bigint;
ALTER TABLE line ADD COLUMN certificate_id bigint;
ALTER TABLE line ADD COLUMN province text;
ALTER TABLE line ADD COLUMN way text;
ALTER TABLE line ADD COLUMN judged text;
COMMENT ON COLUMN line.fact IS 'What the rule looked at: an origin, a province, a kind of channel, a number of a group.';
COMMENT ON COLUMN line.rule_set_id IS 'The rule set that judged it; none of what older programs judged.';
COMMENT ON COLUMN line.certificate_id IS 'The certificate that its product had on its day.';
COMMENT ON COLUMN line.province IS 'Where the goods went.';
COMMENT ON COLUMN line.way IS 'direct: an organisation bought them (直接采购); help: the programme sold them on (帮助销售).';
COMMENT ON COLUMN line.judged IS 'Of a pair that judges another line anew: before takes its amount from one verdict, after gives it to the other.';
COMMENT ON COLUMN line.rule IS 'Why the verdict: see the function rule_of.';
ALTER TABLE line ADD CONSTRAINT line_way_known CHECK (way IN ('direct', 'help'));
ALTER TABLE line ADD CONSTRAINT line_judged_known
  CHECK (judged IN ('before', 'after') AND of_line IS NOT NULL AND NOT reverses OR judged IS NULL);
ALTER TABLE line DROP CONSTRAINT line_signs;
ALTER TABLE line ADD CONSTRAINT line_signs
  CHECK (CASE WHEN (side = 'sale') <> (reverses OR judged IS NOT DISTINCT FROM 'before') THEN amount >= 0 AND quantity >= 0
              ELSE amount <= 0 AND quantity <= 0 END);
CREATE INDEX line_judged ON line (of_document, of_line) WHERE judged IS NOT NULL;

ALTER TABLE import_line_stage ADD COLUMN fact text;
ALTER TABLE import_line_stage ADD COLUMN rule_set_id bigint;
ALTER TABLE import_line_stage ADD COLUMN certificate_id bigint;
ALTER TABLE import_line_stage ADD COLUMN province text;
ALTER TABLE import_line_stage ADD COLUMN way text;
ALTER TABLE import_line_stage ADD COLUMN judged text;

-- The daily sums are kept by rule, too, and by what the yearly forms ask for.
DROP TABLE daily_sales;
CREATE TABLE daily_sales (
  book_month  date NOT NULL,
  day         date NOT NULL,
  channel_id  bigint NOT NULL,
  product_id  bigint NOT NULL,
  supplier_id bigint NOT NULL,
  verdict     text NOT NULL,
  rule        text NOT NULL,
  certified   boolean NOT NULL,
  province    text NOT NULL,
  way         text NOT NULL,
  gross       numeric(16,2) NOT NULL,
  refunds     numeric(16,2) NOT NULL,
  quantity    numeric(17,3) NOT NULL,
  lines       bigint NOT NULL,
  CONSTRAINT daily_sales_pkey
    PRIMARY KEY (book_month, day, channel_id, product_id, supplier_id, rule, certified, province, way, verdict)
) WITH (fillfactor = 50);
COMMENT ON TABLE daily_sales IS 'Lines by day, channel, product, supplier, rule and verdict, added up when lines are posted: the breakdowns'' source.';
COMMENT ON COLUMN daily_sales.product_id IS '0 stands for a product not known yet; likewise supplier_id; an empty province or way is not known.';
INSERT INTO daily_sales
SELECT book_month, day, channel_id, coalesce(product_id, 0), coalesce(supplier_id, 0), verdict, rule, false, '', '',
  coalesce(sum(amount) FILTER (WHERE side = 'sale'), 0), coalesce(-sum(amount) FILTER (WHERE side = 'refund'), 0),
  sum(quantity), count(*)
FROM line
GROUP BY book_month, day, channel_id, coalesce(product_id, 0), coalesce(supplier_id, 0), verdict, rule;
