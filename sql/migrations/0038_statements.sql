-- What buyers say of the lines of their statements (对账单): confirmed, or disputed.

CREATE TABLE statement_answer (
  posting_id bigint NOT NULL,
  buyer_id   bigint NOT NULL,
  answer     text NOT NULL,
  said_by    text NOT NULL,
  day        date NOT NULL,
  CONSTRAINT statement_answer_pkey PRIMARY KEY (posting_id),
  CONSTRAINT statement_answer_buyer_known FOREIGN KEY (buyer_id) REFERENCES buyer (buyer_id),
  CONSTRAINT statement_answer_known CHECK (answer IN ('confirmed', 'disputed')),
  CONSTRAINT statement_answer_said_by_given CHECK (said_by <> ''),
  CONSTRAINT statement_answer_said_by_short CHECK (char_length(said_by) <= 100)
);
CREATE INDEX statement_answer_buyer ON statement_answer (buyer_id);
COMMENT ON TABLE statement_answer IS
  'That a buyer confirmed or disputed lines of a statement; why it disputes them is the posting''s reason.';
COMMENT ON COLUMN statement_answer.said_by IS 'Who said so for the buyer.';
COMMENT ON COLUMN statement_answer.day IS 'The day it was said.';

CREATE TABLE statement_answer_entry (
  posting_id bigint NOT NULL,
  entry_id   bigint NOT NULL,
  CONSTRAINT statement_answer_entry_pkey PRIMARY KEY (posting_id, entry_id),
  CONSTRAINT statement_answer_entry_answer_known FOREIGN KEY (posting_id) REFERENCES statement_answer (posting_id)
);
CREATE INDEX statement_answer_entry_entry ON statement_answer_entry (entry_id);
COMMENT ON TABLE statement_answer_entry IS 'A line that was answered for, by its number: that of its posting.';
