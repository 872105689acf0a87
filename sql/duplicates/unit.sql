-- What can be reported twice: a sale of one product, by an order line of a file or by a line that somebody entered.

CREATE OR REPLACE FUNCTION unit_of(claim_id bigint, part integer, document_id bigint, line_no integer) RETURNS bigint
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN claim_id IS NULL THEN -(document_id * 65536 + line_no) ELSE claim_id * 1000 + part % 1000 END;
COMMENT ON FUNCTION unit_of IS
  'The number of a sale that may be reported twice: of a part of an order line, whatever lines are posted of it, or of '
  'a line that somebody entered. The line of a subsidy goes with its part.';

CREATE OR REPLACE FUNCTION order_key(order_no text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN length(order_no) < 6 THEN NULL
  WHEN translate(order_no, '0123456789', '') = '' THEN order_no
  ELSE nullif(regexp_replace(regexp_replace(upper(order_no),
    '[-_#/. ]+[0-9A-Z]{1,3}$|(?<=[0-9]{6})[A-Z]{1,2}$', ''), '[^0-9A-Z]', '', 'g'), '') END;
COMMENT ON FUNCTION order_key IS
  'An order number without what sources add to it, such as -1 and A; null where it is too short to mean anything.';

CREATE OR REPLACE VIEW reported_sale AS
SELECT unit_of(s.claim_id, s.part, s.document_id, s.line_no) AS unit, s.claim_id, s.document_id, s.line_no,
  s.book_month, s.day,
  s.channel_id, h.code AS channel, c.order_no, s.product_id, s.quantity, s.amount, d.buyer_id, d.location_id,
  d.file_id IS NOT NULL AS is_filed, s.judgement,
  h.code || CASE WHEN d.file_id IS NULL THEN ' entered' ELSE '' END AS source
FROM standing_line s
JOIN document d ON d.document_id = s.document_id AND d.book_month = s.book_month
JOIN channel h ON h.channel_id = s.channel_id
LEFT JOIN claim c ON c.claim_id = s.claim_id
WHERE s.side = 'sale' AND NOT s.reverses AND level_of(s.part) = 0 AND NOT d.signed
  AND NOT EXISTS (
    SELECT FROM line r WHERE r.of_document = s.document_id AND r.of_line = s.line_no AND r.reverses);
COMMENT ON VIEW reported_sale IS
  'The sales that stand, a row a product, and who reports each: a channel''s file, or somebody who entered it there.';

CREATE OR REPLACE FUNCTION sales_reported(units bigint[]) RETURNS SETOF reported_sale
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  RETURN QUERY
  SELECT r.*
  FROM unnest(units) AS u(unit) JOIN reported_sale r ON r.claim_id = u.unit / 1000 AND r.unit = u.unit
  WHERE u.unit > 0
  UNION ALL
  SELECT r.*
  FROM unnest(units) AS u(unit) JOIN reported_sale r ON r.document_id = (-u.unit) / 65536 AND r.unit = u.unit
  WHERE u.unit < 0;
END $$;
COMMENT ON FUNCTION sales_reported IS
  'The sales of some numbers that stand, each looked up.';
