-- What holds an imported file to what it was when it was imported.

CREATE OR REPLACE FUNCTION import_digest(file import_file) RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT encode(sha256(convert_to(concat_ws(E'\x1F', file.file_id, file.name, file.part, file.sha256,
      file.redacted_sha256, file.encoding, file.profile, file.reading, file.platform,
      coalesce(extract(epoch FROM file.snapshot_at)::text, ''), extract(epoch FROM file.imported_at),
      file.posting_id, file.rows, file.rejected, (
        SELECT string_agg(concat_ws(' ', k.chunk_no, k.first_row, k.rows, chunk_hash(k)), E'\x1F'
          ORDER BY k.chunk_no)
        FROM import_chunk k WHERE k.file_id = file.file_id)), 'UTF8')), 'hex'));
END $$;
COMMENT ON FUNCTION import_digest IS
  'The digest of a file: what never changes of its row, and its chunks by their hashes, in their order.';

CREATE OR REPLACE FUNCTION claim_digest(
  reported claim_snapshot, goods numeric, order_no text, line_no text, listing text, zone text) RETURNS bytea
LANGUAGE sql STABLE
RETURN substr(sha256(convert_to(
  concat_ws(E'\x1F', order_no, line_no, listing, coalesce(reported.quantity::text, ''), goods,
    reported.freight, coalesce(to_char(reported.paid_at AT TIME ZONE zone, 'YYYY-MM-DD HH24:MI:SS'), ''),
    reported.order_status, reported.aftersale_status, 'cash' || reported.cash, 'refunded' || reported.refunded,
    'province' || reported.province)
  || CASE WHEN reported.signed THEN E'signed\x1F' ELSE '' END, 'UTF8')), 1, 16);
COMMENT ON FUNCTION claim_digest IS
  'The digest of what a row says of an order line, as the program that reads the file computes it: a second witness, '
  'by which the check knows what was changed since. It is the bytes of the uuid that is kept. `goods` is the line''s '
  'worth in yuan, of an estimated share the whole order''s.';

CREATE OR REPLACE FUNCTION aftersale_digest(reported aftersale_snapshot, number text, zone text) RETURNS bytea
LANGUAGE sql STABLE
RETURN substr(sha256(convert_to(concat(
  concat_ws(E'\x1F', number, reported.order_no, coalesce(reported.line_no, ''), coalesce(reported.item, '')), E'\x1F',
  E'\x1F', reported.cash, E'\x1F', reported.freight, E'\x1F', reported.coupon,
  coalesce(to_char(reported.back_at AT TIME ZONE zone, 'YYYY-MM-DD HH24:MI:SS'), ''), E'\x1F',
  reported.status, E'\x1F'), 'UTF8')), 1, 16);
COMMENT ON FUNCTION aftersale_digest IS
  'The digest of what a row says of an after-sale case, likewise.';
