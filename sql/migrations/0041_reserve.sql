-- The reserved share (预留份额): what organisations plan to spend on food, how much of it is reserved for the 832 platform,
-- and which unit an order on it was for.

CREATE TABLE reserve_area (
  posting_id bigint NOT NULL,
  code       text NOT NULL,
  name       text NOT NULL,
  parent     text,
  CONSTRAINT reserve_area_pkey PRIMARY KEY (posting_id),
  CONSTRAINT reserve_area_name_given CHECK (name <> ''),
  CONSTRAINT reserve_area_name_short CHECK (char_length(name) <= 100)
);
CREATE INDEX reserve_area_code ON reserve_area (code);
COMMENT ON TABLE reserve_area IS
  'An area that units lie in, a county or a city, and the area that it is a part of; what was said last holds.';

CREATE TABLE reserve_rule (
  posting_id bigint NOT NULL,
  year       integer NOT NULL,
  area       text,
  percent    numeric(5,2),
  deadline   date,
  source     text NOT NULL,
  CONSTRAINT reserve_rule_pkey PRIMARY KEY (posting_id),
  CONSTRAINT reserve_rule_year_plausible CHECK (year BETWEEN 2010 AND 2099),
  CONSTRAINT reserve_rule_percent_plausible CHECK (percent > 0 AND percent <= 100),
  CONSTRAINT reserve_rule_says_something CHECK (percent IS NOT NULL OR deadline IS NOT NULL),
  CONSTRAINT reserve_rule_source_given CHECK (source <> ''),
  CONSTRAINT reserve_rule_source_short CHECK (char_length(source) <= 200)
);
CREATE INDEX reserve_rule_year ON reserve_rule (year);
COMMENT ON TABLE reserve_rule IS
  'What share of food budgets is reserved in a year, in percent, and until when; of an area, or of the country.';
COMMENT ON COLUMN reserve_rule.area IS 'The area''s code; null for the country: its percentage is the floor of all.';
COMMENT ON COLUMN reserve_rule.source IS 'The notice that says so.';

CREATE TABLE reserve_budget (
  posting_id  bigint NOT NULL,
  buyer_id    bigint NOT NULL,
  year        integer NOT NULL,
  area        text,
  state       text NOT NULL,
  budget      numeric(14,2),
  percent     numeric(5,2),
  reported_by bigint,
  CONSTRAINT reserve_budget_pkey PRIMARY KEY (posting_id),
  CONSTRAINT reserve_budget_buyer_known FOREIGN KEY (buyer_id) REFERENCES buyer (buyer_id),
  CONSTRAINT reserve_budget_reported_by_known FOREIGN KEY (reported_by) REFERENCES buyer (buyer_id),
  CONSTRAINT reserve_budget_year_plausible CHECK (year BETWEEN 2010 AND 2099),
  CONSTRAINT reserve_budget_state_known CHECK (state IN ('canteen', 'no_canteen', 'shared')),
  CONSTRAINT reserve_budget_positive CHECK (budget > 0 AND budget < 'NaN'),
  CONSTRAINT reserve_budget_percent_plausible CHECK (percent > 0 AND percent <= 100),
  CONSTRAINT reserve_budget_fits CHECK ((state = 'canteen') = (budget IS NOT NULL)
    AND (state = 'shared') = (reported_by IS NOT NULL) AND (state = 'canteen' OR percent IS NULL))
);
CREATE INDEX reserve_budget_buyer ON reserve_budget (buyer_id, year);
COMMENT ON TABLE reserve_budget IS
  'What a unit plans to spend on food for its canteen in a year (食堂食材采购总额), in yuan; or that it has no canteen, or '
  'shares one that another unit reports.';
COMMENT ON COLUMN reserve_budget.percent IS 'The unit''s own percentage; null for that of its area.';

CREATE TABLE order_unit (
  posting_id    bigint NOT NULL,
  file_id       bigint NOT NULL,
  order_no      text NOT NULL,
  buyer_id      bigint,
  purchase_type text NOT NULL,
  CONSTRAINT order_unit_pkey PRIMARY KEY (posting_id, file_id, order_no),
  CONSTRAINT order_unit_buyer_known FOREIGN KEY (buyer_id) REFERENCES buyer (buyer_id),
  CONSTRAINT order_unit_purchase_type_known
    CHECK (purchase_type IN ('canteen', 'union', 'both', 'personal', 'other', 'unknown'))
);
CREATE INDEX order_unit_order ON order_unit (file_id, order_no);
COMMENT ON TABLE order_unit IS
  'Which unit an order of a file of the 832 platform was for, and how it bought (采购类型).';
COMMENT ON COLUMN order_unit.buyer_id IS
  'The buyer whose name or code the file has; null where no buyer is known by it, for names are kept nowhere else.';

-- An area's code is a word as that of a location is (0016).
DO $$
BEGIN
  EXECUTE format('ALTER TABLE reserve_area ADD CONSTRAINT reserve_area_code_plain CHECK (%s)', (
    SELECT pg_get_expr(c.conbin, c.conrelid) FROM pg_constraint c
    WHERE c.conrelid = 'location'::regclass AND c.conname = 'location_code_plain'));
END $$;
