-- The facts: postings, documents, lines, tenders, stock moves. Appended, never changed.
-- `document` and `line` are partitioned by book month, so that a closed month can refuse rows by itself.
-- They carry no foreign keys (about 2 s each on 500,000 lines): the posting join proves the parent,
-- parents cannot be deleted, and checks/parents_exist.sql verifies. See docs/decisions.md.

CREATE TABLE book_month (
  month  date PRIMARY KEY,
  status text NOT NULL DEFAULT 'open',
  CONSTRAINT book_month_first_day CHECK (month = date_trunc('month', month)::date),
  CONSTRAINT book_month_plausible CHECK (month BETWEEN '2010-01-01' AND '2099-12-01'),
  CONSTRAINT book_month_status_known CHECK (status IN ('open', 'closed'))
);
COMMENT ON TABLE book_month IS 'The months lines are booked in; posting locks its row FOR KEY SHARE.';

CREATE SEQUENCE posting_number;
CREATE SEQUENCE document_number;

CREATE TABLE posting (
  posting_id     bigint PRIMARY KEY,
  command        text NOT NULL,
  operator       text NOT NULL,
  recorded_by    text NOT NULL,
  recorded_at    timestamptz NOT NULL,
  request_id     uuid,
  request_digest bytea,
  document_id    bigint,
  book_month     date,
  change         numeric(14,2) NOT NULL DEFAULT 0,
  reason         text,
  CONSTRAINT posting_request_once UNIQUE (request_id)
);
COMMENT ON TABLE posting IS 'One act of posting: who did it, when, from which command; all its documents share it.';
COMMENT ON COLUMN posting.request_id IS 'The UUID a client gave its order: the same id posts once.';
COMMENT ON COLUMN posting.request_digest IS 'SHA-256 of what was asked, without the clock.';

CREATE TABLE document (
  document_id bigint NOT NULL,
  book_month  date NOT NULL,
  day         date NOT NULL,
  at          timestamptz NOT NULL,
  kind        text NOT NULL,
  side        text NOT NULL,
  channel_id  bigint NOT NULL,
  location_id bigint,
  buyer_id    bigint,
  posting_id  bigint NOT NULL,
  file_id     bigint,
  of_document bigint,
  order_no    text,
  signed      boolean NOT NULL DEFAULT false,
  total       numeric(14,2) NOT NULL,
  freight     numeric(14,2) NOT NULL DEFAULT 0,
  receivable  numeric(14,2) NOT NULL DEFAULT 0,
  CONSTRAINT document_pkey PRIMARY KEY (document_id, book_month),
  CONSTRAINT document_kind_known CHECK (kind IN ('sale', 'refund', 'correction')),
  CONSTRAINT document_side_known CHECK (side IN ('sale', 'refund') AND (kind = 'correction' OR kind = side)),
  CONSTRAINT document_total_a_number CHECK (total < 'NaN' AND freight < 'NaN' AND receivable < 'NaN')
) PARTITION BY RANGE (book_month);
COMMENT ON TABLE document IS 'One sale, refund or correction, of one day, with its total written once.';
COMMENT ON COLUMN document.side IS 'What the total adds to: sale to gross, refund to refunds (its totals are negative).';
COMMENT ON COLUMN document.receivable IS 'Yuan still owed: by the buyer, or by the platform that took the money.';
COMMENT ON COLUMN document.location_id IS 'The location whose stock it moves; none where the supplier ships.';

CREATE TABLE line (
  document_id bigint NOT NULL,
  line_no     integer NOT NULL,
  book_month  date NOT NULL,
  day         date NOT NULL,
  side        text NOT NULL,
  channel_id  bigint NOT NULL,
  product_id  bigint,
  supplier_id bigint,
  quantity    numeric(14,3) NOT NULL,
  amount      numeric(14,2) NOT NULL,
  discount    numeric(14,2) NOT NULL DEFAULT 0,
  freight     numeric(14,2) NOT NULL DEFAULT 0,
  verdict     text NOT NULL,
  rule        text NOT NULL,
  claim_id    bigint,
  of_document bigint,
  of_line     integer,
  reverses    boolean NOT NULL DEFAULT false,
  estimated   boolean NOT NULL DEFAULT false,
  CONSTRAINT line_pkey PRIMARY KEY (document_id, line_no, book_month),
  CONSTRAINT line_verdict_known CHECK (verdict IN ('counted', 'duplicate', 'excluded', 'pending')),
  CONSTRAINT line_numbers CHECK (quantity < 'NaN' AND amount < 'NaN'),
  CONSTRAINT line_takes_back_a_line CHECK ((of_document IS NULL) = (of_line IS NULL) AND (NOT reverses OR of_line IS NOT NULL)),
  CONSTRAINT line_signs CHECK (CASE WHEN (side = 'sale') <> reverses THEN amount >= 0 AND quantity >= 0
                                    ELSE amount <= 0 AND quantity <= 0 END)
) PARTITION BY RANGE (book_month);
COMMENT ON TABLE line IS 'What a document says of one product: a signed quantity and a signed amount.';
COMMENT ON COLUMN line.of_line IS 'With of_document: the line that a refund takes back or a correction reverses.';
COMMENT ON COLUMN line.reverses IS 'True where the line undoes another of its own side, whole.';
COMMENT ON COLUMN line.rule IS 'Why the verdict: eligible, origin, signed_agreement, listing_unknown, quantity_unknown, refund_amount_unknown, status_unknown.';
COMMENT ON COLUMN line.estimated IS 'True where the amount is a share of an order total, estimated by catalogue price.';
CREATE INDEX line_taken_back ON line (of_document, of_line) WHERE of_document IS NOT NULL;
CREATE INDEX line_claim ON line (claim_id) WHERE claim_id IS NOT NULL;
CREATE INDEX line_pending ON line (claim_id) WHERE verdict = 'pending';

CREATE TABLE tender (
  document_id bigint NOT NULL,
  tender_no   integer NOT NULL,
  method      text NOT NULL,
  amount      numeric(14,2) NOT NULL,
  CONSTRAINT tender_pkey PRIMARY KEY (document_id, tender_no),
  CONSTRAINT tender_method_known CHECK (method IN ('cash', 'wechat', 'alipay', 'card', 'voucher')),
  CONSTRAINT tender_amount_a_number CHECK (amount < 'NaN')
);
COMMENT ON TABLE tender IS 'Money that came in (positive) or went back (negative) for a document; cash is net of change.';

CREATE TABLE stock_move (
  posting_id  bigint NOT NULL,
  move_no     integer NOT NULL,
  kind        text NOT NULL,
  location_id bigint NOT NULL,
  product_id  bigint NOT NULL,
  quantity    numeric(14,3) NOT NULL,
  document_id bigint,
  line_no     integer,
  lot         text,
  expires     date,
  cost        numeric(14,2),
  CONSTRAINT stock_move_pkey PRIMARY KEY (posting_id, move_no),
  CONSTRAINT stock_move_kind_known CHECK (kind IN ('receive', 'issue', 'cancel', 'return')),
  CONSTRAINT stock_move_quantity_not_zero CHECK (quantity <> 0 AND quantity < 'NaN'),
  CONSTRAINT stock_move_sign CHECK ((kind = 'issue') = (quantity < 0))
);
COMMENT ON TABLE stock_move IS 'A signed quantity at a location: received, issued by a sale, its issue cancelled, or returned by a customer.';
CREATE INDEX stock_move_document ON stock_move (document_id, line_no) WHERE document_id IS NOT NULL;
COMMENT ON COLUMN stock_move.cost IS 'Yuan for one base unit, as received.';

CREATE TABLE stock_on_hand (
  location_id bigint NOT NULL,
  product_id  bigint NOT NULL,
  quantity    numeric(14,3) NOT NULL,
  CONSTRAINT stock_on_hand_pkey PRIMARY KEY (location_id, product_id),
  CONSTRAINT stock_on_hand_not_negative CHECK (quantity >= 0),
  CONSTRAINT stock_on_hand_a_number CHECK (quantity < 'NaN')
) WITH (fillfactor = 50);
COMMENT ON TABLE stock_on_hand IS 'The sum of the moves, kept in the statement that writes them.';

CREATE TABLE shortage (
  document_id bigint NOT NULL,
  line_no     integer NOT NULL,
  location_id bigint NOT NULL,
  product_id  bigint NOT NULL,
  quantity    numeric(14,3) NOT NULL,
  CONSTRAINT shortage_pkey PRIMARY KEY (document_id, line_no),
  CONSTRAINT shortage_quantity_a_number CHECK (quantity <> 0 AND quantity < 'NaN')
);
COMMENT ON TABLE shortage IS 'What a sale that had happened found too little of; a reversal takes it back with a negative one.';

CREATE TABLE daily_document (
  book_month date NOT NULL,
  day        date NOT NULL,
  channel_id bigint NOT NULL,
  gross      numeric(16,2) NOT NULL,
  refunds    numeric(16,2) NOT NULL,
  documents  bigint NOT NULL,
  CONSTRAINT daily_document_pkey PRIMARY KEY (book_month, day, channel_id)
) WITH (fillfactor = 50);
COMMENT ON TABLE daily_document IS 'Document totals by day and channel, added up when documents are posted: the headline''s source.';

CREATE TABLE daily_sales (
  book_month  date NOT NULL,
  day         date NOT NULL,
  channel_id  bigint NOT NULL,
  product_id  bigint NOT NULL,
  supplier_id bigint NOT NULL,
  verdict     text NOT NULL,
  gross       numeric(16,2) NOT NULL,
  refunds     numeric(16,2) NOT NULL,
  quantity    numeric(17,3) NOT NULL,
  lines       bigint NOT NULL,
  CONSTRAINT daily_sales_pkey PRIMARY KEY (book_month, day, channel_id, product_id, supplier_id, verdict)
) WITH (fillfactor = 50);
COMMENT ON TABLE daily_sales IS 'Lines by day, channel, product, supplier and verdict, added up when lines are posted: the breakdowns'' source.';
COMMENT ON COLUMN daily_sales.product_id IS '0 stands for a product not known yet; likewise supplier_id.';

-- Staging of the one posting path: orders and imports have a table each, so that the plans and the
-- dead rows of a bulk load are never a till's. functions/post.sql is one text over both.
CREATE UNLOGGED TABLE order_stage (
  posting_id   bigint NOT NULL,
  document_id  bigint NOT NULL,
  line_no      integer NOT NULL,
  kind         text COLLATE "C" NOT NULL,
  side         text COLLATE "C" NOT NULL,
  book_month   date NOT NULL,
  day          date NOT NULL,
  at           timestamptz NOT NULL,
  channel_id   bigint NOT NULL,
  location_id  bigint,
  buyer_id     bigint,
  file_id      bigint,
  order_no     text COLLATE "C",
  signed       boolean NOT NULL DEFAULT false,
  product_id   bigint,
  supplier_id  bigint,
  quantity     numeric(14,3) NOT NULL,
  amount       numeric(14,2) NOT NULL,
  discount     numeric(14,2) NOT NULL DEFAULT 0,
  freight      numeric(14,2) NOT NULL DEFAULT 0,
  total        numeric(14,2) NOT NULL DEFAULT 0,
  freights     numeric(14,2) NOT NULL DEFAULT 0,
  receivable   numeric(14,2) NOT NULL DEFAULT 0,
  verdict      text COLLATE "C" NOT NULL,
  rule         text NOT NULL,
  claim_id     bigint,
  of_document  bigint,
  of_line      integer,
  reverses     boolean NOT NULL DEFAULT false,
  estimated    boolean NOT NULL DEFAULT false,
  back         numeric(14,3) NOT NULL DEFAULT 0
);
CREATE INDEX order_stage_posting ON order_stage (posting_id);
COMMENT ON TABLE order_stage IS 'Lines about to be posted, keyed by posting; emptied in the same transaction.';
COMMENT ON COLUMN order_stage.total IS 'The document''s total, on its first line; likewise freights and receivable.';
COMMENT ON COLUMN order_stage.back IS 'The quantity that comes back to stock.';
CREATE UNLOGGED TABLE import_line_stage (LIKE order_stage INCLUDING DEFAULTS INCLUDING COMMENTS);
COMMENT ON TABLE import_line_stage IS 'As order_stage, for imports.';
