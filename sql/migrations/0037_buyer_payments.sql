-- What buyers paid of what they owe: entered, maybe for documents that are named, reversed and never changed.

CREATE TABLE buyer_payment (
  posting_id bigint NOT NULL,
  buyer_id   bigint NOT NULL,
  day        date NOT NULL,
  amount     numeric(14,2) NOT NULL,
  method     text NOT NULL,
  reverses   bigint,
  CONSTRAINT buyer_payment_pkey PRIMARY KEY (posting_id),
  CONSTRAINT buyer_payment_buyer_known FOREIGN KEY (buyer_id) REFERENCES buyer (buyer_id),
  CONSTRAINT buyer_payment_reverses_known FOREIGN KEY (reverses) REFERENCES buyer_payment (posting_id),
  CONSTRAINT buyer_payment_reversed_once UNIQUE (reverses),
  CONSTRAINT buyer_payment_method_known CHECK (method IN ('bank', 'cash', 'wechat', 'alipay', 'card')),
  CONSTRAINT buyer_payment_positive CHECK
    (CASE WHEN reverses IS NULL THEN amount > 0 AND amount < 'NaN' ELSE amount < 0 END)
);
CREATE INDEX buyer_payment_buyer ON buyer_payment (buyer_id, day);
COMMENT ON TABLE buyer_payment IS 'Yuan that a buyer paid, or such a payment reversed (negative).';

CREATE TABLE buyer_payment_document (
  posting_id  bigint NOT NULL,
  document_id bigint NOT NULL,
  amount      numeric(14,2) NOT NULL,
  CONSTRAINT buyer_payment_document_pkey PRIMARY KEY (posting_id, document_id),
  CONSTRAINT buyer_payment_document_payment_known FOREIGN KEY (posting_id) REFERENCES buyer_payment (posting_id),
  CONSTRAINT buyer_payment_document_not_zero CHECK (amount <> 0 AND amount < 'NaN')
);
CREATE INDEX buyer_payment_document_document ON buyer_payment_document (document_id);
COMMENT ON TABLE buyer_payment_document IS
  'How much of a payment was for a document that it named; the rest pays the oldest.';

CREATE INDEX document_buyer ON document (buyer_id, day) WHERE buyer_id IS NOT NULL;
