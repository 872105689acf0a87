-- The catalogue: what is sold, by whom, where, through which channel, to whom, and towards which target.
-- Runs with search_path set to the programme's schema.

CREATE TABLE programme (
  singleton boolean PRIMARY KEY DEFAULT true,
  name      text NOT NULL,
  county    text NOT NULL,
  partner   text NOT NULL,
  timezone  text NOT NULL DEFAULT 'Asia/Shanghai',
  day_start interval NOT NULL DEFAULT '00:00',
  CONSTRAINT programme_single CHECK (singleton),
  CONSTRAINT programme_day_start_within_day CHECK (day_start >= '00:00' AND day_start < '24:00')
);
COMMENT ON TABLE programme IS 'One county aided by one partner; one row, one schema.';
COMMENT ON COLUMN programme.county IS 'Products of this origin count towards the figure.';
COMMENT ON COLUMN programme.day_start IS 'The local time of day at which a business day begins.';

CREATE TABLE unit (
  code    text PRIMARY KEY,
  english text NOT NULL,
  whole   boolean NOT NULL
);
COMMENT ON TABLE unit IS 'The units products are sold and stocked in; whole units refuse fractions.';

CREATE TABLE supplier (
  supplier_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code        text NOT NULL,
  name        text NOT NULL,
  kind        text NOT NULL,
  households  integer NOT NULL DEFAULT 0,
  township    text NOT NULL DEFAULT '',
  active      boolean NOT NULL DEFAULT true,
  CONSTRAINT supplier_code_once UNIQUE (code),
  CONSTRAINT supplier_code_plain CHECK (code ~ '^[^[:space:][:cntrl:]]{1,40}$'),
  CONSTRAINT supplier_name_given CHECK (name <> ''),
  CONSTRAINT supplier_kind_known CHECK (kind IN ('company', 'collective', 'cooperative', 'household')),
  CONSTRAINT supplier_households_not_negative CHECK (households >= 0)
);
COMMENT ON TABLE supplier IS 'Company, village collective, cooperative or household farm, with the households it links.';

CREATE TABLE product (
  product_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku         text NOT NULL,
  name        text NOT NULL,
  unit        text NOT NULL,
  price       numeric(14,2) NOT NULL,
  category    text NOT NULL DEFAULT '',
  supplier_id bigint,
  origin      text NOT NULL,
  initials    text NOT NULL DEFAULT '',
  active      boolean NOT NULL DEFAULT true,
  CONSTRAINT product_sku_once UNIQUE (sku),
  CONSTRAINT product_sku_plain CHECK (sku ~ '^[^[:space:][:cntrl:]]{1,60}$'),
  CONSTRAINT product_name_given CHECK (name <> ''),
  CONSTRAINT product_unit_known FOREIGN KEY (unit) REFERENCES unit (code),
  CONSTRAINT product_supplier_known FOREIGN KEY (supplier_id) REFERENCES supplier (supplier_id),
  CONSTRAINT product_price_not_negative CHECK (price >= 0),
  CONSTRAINT product_price_a_number CHECK (price < 'NaN')
);
COMMENT ON COLUMN product.price IS 'Yuan for one base unit.';
COMMENT ON COLUMN product.initials IS 'Pinyin initials of the name, lower case, for finding it at the counter.';

CREATE TABLE barcode (
  code       text PRIMARY KEY,
  product_id bigint NOT NULL,
  CONSTRAINT barcode_product_known FOREIGN KEY (product_id) REFERENCES product (product_id),
  CONSTRAINT barcode_plain CHECK (code ~ '^[0-9A-Za-z._-]{1,40}$')
);

CREATE TABLE location (
  location_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code        text NOT NULL,
  name        text NOT NULL,
  kind        text NOT NULL DEFAULT 'shop',
  is_default  boolean NOT NULL DEFAULT false,
  active      boolean NOT NULL DEFAULT true,
  CONSTRAINT location_code_once UNIQUE (code),
  CONSTRAINT location_code_plain CHECK (code ~ '^[^[:space:][:cntrl:]]{1,40}$'),
  CONSTRAINT location_kind_known CHECK (kind IN ('shop', 'warehouse', 'stand'))
);
CREATE UNIQUE INDEX location_default_once ON location (is_default) WHERE is_default;

CREATE TABLE channel (
  channel_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code       text NOT NULL,
  name       text NOT NULL,
  kind       text NOT NULL,
  platform   text,
  ships_from bigint,
  active     boolean NOT NULL DEFAULT true,
  CONSTRAINT channel_code_once UNIQUE (code),
  CONSTRAINT channel_code_plain CHECK (code ~ '^[^[:space:][:cntrl:]]{1,40}$'),
  CONSTRAINT channel_kind_known CHECK
    (kind IN ('counter', 'canteen', 'supermarket', 'fair', 'livestream', 'marketplace', 'tourism')),
  CONSTRAINT channel_ships_from_known FOREIGN KEY (ships_from) REFERENCES location (location_id)
);
COMMENT ON TABLE channel IS 'One shop account on one platform, or one way of selling.';
COMMENT ON COLUMN channel.platform IS 'Whose files the channel imports; an order line is unique on its platform.';
COMMENT ON COLUMN channel.ships_from IS 'The location whose stock the channel moves; none where the supplier ships.';

CREATE TABLE listing (
  listing_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel_id bigint NOT NULL,
  code       text COLLATE "C" NOT NULL,
  name       text NOT NULL DEFAULT '',
  spec       text NOT NULL DEFAULT '',
  product_id bigint,
  quantity   numeric(14,3) NOT NULL DEFAULT 1,
  CONSTRAINT listing_code_once UNIQUE (channel_id, code),
  CONSTRAINT listing_channel_known FOREIGN KEY (channel_id) REFERENCES channel (channel_id),
  CONSTRAINT listing_product_known FOREIGN KEY (product_id) REFERENCES product (product_id),
  CONSTRAINT listing_quantity_positive CHECK (quantity > 0),
  CONSTRAINT listing_quantity_a_number CHECK (quantity < 'NaN')
);
COMMENT ON TABLE listing IS 'A channel''s own product code, and the product and quantity one piece of it holds.';
COMMENT ON COLUMN listing.product_id IS 'Null until the listing is mapped: its sales are pending until then.';

CREATE TABLE buyer (
  buyer_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code     text NOT NULL,
  name     text NOT NULL,
  kind     text NOT NULL DEFAULT 'institution',
  province text NOT NULL DEFAULT '',
  active   boolean NOT NULL DEFAULT true,
  CONSTRAINT buyer_code_once UNIQUE (code),
  CONSTRAINT buyer_code_plain CHECK (code ~ '^[^[:space:][:cntrl:]]{1,40}$'),
  CONSTRAINT buyer_name_given CHECK (name <> ''),
  CONSTRAINT buyer_kind_known CHECK (kind IN ('government', 'institution', 'enterprise', 'union', 'canteen', 'supermarket', 'other'))
);
COMMENT ON TABLE buyer IS 'An organisation that buys: a canteen, a supermarket, a union.';

CREATE TABLE target (
  target_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  from_day  date NOT NULL,
  to_day    date NOT NULL,
  amount    numeric(14,2) NOT NULL,
  CONSTRAINT target_days_in_order CHECK (from_day <= to_day),
  CONSTRAINT target_amount_positive CHECK (amount > 0),
  CONSTRAINT target_amount_a_number CHECK (amount < 'NaN'),
  CONSTRAINT target_periods_apart EXCLUDE USING gist (daterange(from_day, to_day, '[]') WITH &&)
);
COMMENT ON TABLE target IS 'What the programme promised for a period.';
