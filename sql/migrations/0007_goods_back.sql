-- Goods that customers of a platform send back: known when they arrive, not when the money goes back.

CREATE TABLE goods_back (
  posting_id bigint NOT NULL,
  move_no    integer NOT NULL,
  platform   text COLLATE "C" NOT NULL,
  order_no   text COLLATE "C" NOT NULL,
  CONSTRAINT goods_back_pkey PRIMARY KEY (posting_id, move_no)
);
CREATE INDEX goods_back_order ON goods_back (order_no, platform);
COMMENT ON TABLE goods_back IS 'The platform''s order that a returned move of stock brings back goods of.';
