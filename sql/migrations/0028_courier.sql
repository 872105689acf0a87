-- The parcel that goods went in says that two sources report one sale.
ALTER TABLE claim_snapshot ADD COLUMN courier uuid;
COMMENT ON COLUMN claim_snapshot.courier IS
  'The first 128 bits of the SHA-256 of the number of the parcel (快递单号), which is not kept; no part of the digest.';
ALTER TABLE import_stage ADD COLUMN courier uuid;
COMMENT ON COLUMN duplicate_pair.weights IS
  'The bits of evidence of each field: order number, day, goods, buyer and parcel.';
