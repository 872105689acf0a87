-- The staged rows of an import that have to be judged: all others go straight to the facts.
CREATE UNLOGGED TABLE import_judged (
  batch   bigint NOT NULL,
  ordinal integer NOT NULL,
  CONSTRAINT import_judged_pkey PRIMARY KEY (batch, ordinal)
);
COMMENT ON TABLE import_judged IS
  'The staged rows that something stands against: told before, twice, inexactly, or with an after-sale case.';
