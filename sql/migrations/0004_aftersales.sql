-- Refunds told by files of their own, in part and before their orders; listings that hold several products.

UPDATE channel SET platform = kind WHERE kind IN ('supermarket', 'fair') AND platform IS NULL;

CREATE TABLE listing_part (
  listing_id   bigint NOT NULL,
  part_no      smallint NOT NULL,
  product_id   bigint NOT NULL,
  quantity     numeric(14,3) NOT NULL,
  share_before numeric(14,2) NOT NULL DEFAULT 0,
  share        numeric(14,2) NOT NULL DEFAULT 1,
  share_total  numeric(14,2) NOT NULL DEFAULT 1,
  CONSTRAINT listing_part_pkey PRIMARY KEY (listing_id, part_no),
  CONSTRAINT listing_part_product_once UNIQUE (listing_id, product_id),
  CONSTRAINT listing_part_listing_known FOREIGN KEY (listing_id) REFERENCES listing (listing_id),
  CONSTRAINT listing_part_product_known FOREIGN KEY (product_id) REFERENCES product (product_id),
  CONSTRAINT listing_part_quantity_positive CHECK (quantity > 0),
  CONSTRAINT listing_part_quantity_a_number CHECK (quantity < 'NaN'),
  CONSTRAINT listing_part_share_within_total CHECK
    (share >= 0 AND share_before >= 0 AND share_total > 0 AND share_before + share <= share_total)
);
COMMENT ON TABLE listing_part IS 'The products inside one piece of a listing; none until the listing is mapped: its sales are pending until then.';
COMMENT ON COLUMN listing_part.quantity IS 'Base units of the product in one piece.';
COMMENT ON COLUMN listing_part.share IS 'Of share_total, the part of the price that the product has; share_before is that of the parts before it.';
INSERT INTO listing_part (listing_id, part_no, product_id, quantity)
SELECT l.listing_id, 1, l.product_id, l.quantity FROM listing l WHERE l.product_id IS NOT NULL;
ALTER TABLE listing DROP CONSTRAINT listing_product_known;
ALTER TABLE listing DROP CONSTRAINT listing_quantity_positive;
ALTER TABLE listing DROP CONSTRAINT listing_quantity_a_number;
ALTER TABLE listing DROP COLUMN product_id;
ALTER TABLE listing DROP COLUMN quantity;
ALTER TABLE listing ADD COLUMN barcode text COLLATE "C" NOT NULL DEFAULT '';
COMMENT ON TABLE listing IS 'A channel''s own product code; listing_part says what one piece of it holds.';
COMMENT ON COLUMN listing.barcode IS 'The 69 code (商品69码) that the file gives it: a hint for mapping.';

ALTER TABLE line ADD COLUMN part smallint NOT NULL DEFAULT 1;
COMMENT ON COLUMN line.part IS 'Which product of a listing that holds several; 1 where it holds one.';
ALTER TABLE order_stage ADD COLUMN part smallint NOT NULL DEFAULT 1;
ALTER TABLE import_line_stage ADD COLUMN part smallint NOT NULL DEFAULT 1;

ALTER TABLE claim_snapshot ADD COLUMN cash numeric(14,2);
ALTER TABLE claim_snapshot ADD COLUMN refunded numeric(14,2);
ALTER TABLE claim_snapshot ADD COLUMN item text COLLATE "C";
ALTER TABLE claim_snapshot ADD COLUMN signed boolean NOT NULL DEFAULT false;
ALTER TABLE claim_snapshot DROP CONSTRAINT claim_snapshot_refund_known;
ALTER TABLE claim_snapshot ADD CONSTRAINT claim_snapshot_refund_known CHECK
  (refund IN ('none', 'full', 'amount_unknown', 'status_unknown') AND refunded IS NULL OR refund = 'part' AND refunded > 0);
COMMENT ON COLUMN claim_snapshot.cash IS 'What the buyer paid for the goods, in yuan, without freight: what a refund in part is a part of; null where it is goods.';
COMMENT ON COLUMN claim_snapshot.refunded IS 'The yuan of cash that the row says went back, where refund is part.';
COMMENT ON COLUMN claim_snapshot.item IS 'The platform''s product id, where after-sale rows name the line by it.';
COMMENT ON COLUMN claim_snapshot.signed IS 'A signed agreement (签约): no sale, excluded.';

DROP INDEX claim_estimated;
ALTER TABLE claim DROP COLUMN refund_day;
ALTER TABLE claim ADD COLUMN aftersale text NOT NULL DEFAULT 'none';
ALTER TABLE claim ADD CONSTRAINT claim_aftersale_known CHECK (aftersale IN ('none', 'back', 'unknown'));
CREATE INDEX claim_estimated ON claim (platform, order_no) WHERE estimated;
COMMENT ON COLUMN claim.aftersale IS 'What after-sale rows say of it: that money went back, or a word that nobody knows.';

CREATE TABLE aftersale (
  aftersale_id bigint NOT NULL,
  platform     text COLLATE "C" NOT NULL,
  number       text COLLATE "C" NOT NULL,
  channel_id   bigint NOT NULL,
  order_no     text COLLATE "C" NOT NULL,
  line_no      text COLLATE "C",
  item         text COLLATE "C",
  claim_id     bigint,
  snapshot_id  bigint,
  file_id      bigint,
  state        text,
  cash         numeric(14,2),
  back_at      timestamptz,
  CONSTRAINT aftersale_pkey PRIMARY KEY (aftersale_id),
  CONSTRAINT aftersale_once UNIQUE (number, order_no, platform)
);
CREATE INDEX aftersale_order ON aftersale (order_no, platform);
CREATE INDEX aftersale_claim ON aftersale (claim_id) WHERE claim_id IS NOT NULL;
COMMENT ON TABLE aftersale IS 'An after-sale case of a platform (售后单), as its newest live snapshot has it, and the order line it names: a projection of aftersale_snapshot.';
COMMENT ON COLUMN aftersale.snapshot_id IS 'The newest snapshot of a live file; null where there is none, and so are the columns behind it.';
COMMENT ON COLUMN aftersale.claim_id IS 'The order line; null while the order is not there, or where the item names several of its lines.';

CREATE TABLE aftersale_snapshot (
  snapshot_id  bigint PRIMARY KEY,
  aftersale_id bigint NOT NULL,
  file_id      bigint NOT NULL,
  row_no       integer NOT NULL,
  outcome      text NOT NULL,
  conflict     boolean NOT NULL,
  effective_at timestamptz NOT NULL,
  dated        boolean NOT NULL,
  rank         smallint NOT NULL,
  digest       uuid NOT NULL,
  order_no     text COLLATE "C" NOT NULL,
  line_no      text COLLATE "C",
  item         text COLLATE "C",
  cash         numeric(14,2) NOT NULL,
  freight      numeric(14,2) NOT NULL,
  coupon       numeric(14,2) NOT NULL,
  back_at      timestamptz,
  state        text NOT NULL,
  status       text NOT NULL,
  CONSTRAINT aftersale_snapshot_outcome_known CHECK (outcome IN ('new', 'same', 'changed')),
  CONSTRAINT aftersale_snapshot_state_known CHECK (state IN ('back', 'open', 'nothing', 'unknown')),
  CONSTRAINT aftersale_snapshot_names_a_line CHECK ((line_no IS NULL) <> (item IS NULL)),
  CONSTRAINT aftersale_snapshot_money CHECK
    (cash >= 0 AND cash < 'NaN' AND freight >= 0 AND freight < 'NaN' AND coupon >= 0 AND coupon < 'NaN')
);
CREATE INDEX aftersale_snapshot_aftersale ON aftersale_snapshot (aftersale_id);
COMMENT ON TABLE aftersale_snapshot IS 'What one row of one file says of one after-sale case.';
COMMENT ON COLUMN aftersale_snapshot.cash IS 'Yuan that go back for the goods, before a payment discount is taken off.';
COMMENT ON COLUMN aftersale_snapshot.coupon IS 'Of it, the payment discount (退支付优惠) that the buyer does not get: cash only.';
COMMENT ON COLUMN aftersale_snapshot.back_at IS 'When the money went back, as the row says.';
COMMENT ON COLUMN aftersale.back_at IS 'When the money went back: as the row says, else by the earliest snapshot that shows it.';
COMMENT ON COLUMN aftersale_snapshot.state IS 'back: the money went back; open: undecided; nothing: refused, or other goods sent; unknown: a word that the profile does not know.';

ALTER TABLE import_file ADD COLUMN reading text NOT NULL DEFAULT '';
ALTER TABLE import_file DROP CONSTRAINT import_file_once;
ALTER TABLE import_file ADD CONSTRAINT import_file_once UNIQUE NULLS NOT DISTINCT (sha256, part, profile, reading, snapshot_at);
COMMENT ON COLUMN import_file.reading IS 'The digest of the words by which it was read: of its profile, and of a day that was given.';

ALTER TABLE import_stage ADD COLUMN cash numeric(14,2);
ALTER TABLE import_stage ADD COLUMN refunded numeric(14,2);
ALTER TABLE import_stage ADD COLUMN item text COLLATE "C";
ALTER TABLE import_stage ADD COLUMN barcode text COLLATE "C";
ALTER TABLE import_stage ADD COLUMN signed boolean NOT NULL DEFAULT false;

CREATE UNLOGGED TABLE aftersale_stage (
  batch     bigint NOT NULL,
  ordinal   integer NOT NULL,
  row_no    integer NOT NULL,
  number    text COLLATE "C" NOT NULL,
  order_no  text COLLATE "C" NOT NULL,
  line_no   text COLLATE "C",
  item      text COLLATE "C",
  cash      numeric(14,2) NOT NULL,
  freight   numeric(14,2) NOT NULL,
  coupon    numeric(14,2) NOT NULL,
  back_at   timestamp,
  newest_at timestamp NOT NULL,
  rank      smallint NOT NULL,
  state     text NOT NULL,
  status    text NOT NULL,
  digest    uuid NOT NULL
);
COMMENT ON TABLE aftersale_stage IS 'The after-sale rows of a file being imported, keyed by batch; emptied in the same transaction.';

CREATE UNLOGGED TABLE import_aftersale (
  batch        bigint NOT NULL,
  aftersale_id bigint NOT NULL
);
COMMENT ON TABLE import_aftersale IS 'After-sale cases that an import or an undo has touched.';

CREATE UNLOGGED TABLE import_returned (
  batch   bigint NOT NULL,
  ordinal integer NOT NULL
);
COMMENT ON TABLE import_returned IS 'Staged claims of orders of which after-sale rows are known already.';
