-- Finding the sales that two sources may report: what there is to compare, and what is kept of what was found. The
-- program compares them in memory (DuplicateSearch).

CREATE OR REPLACE FUNCTION sales_to_compare(first_day date, last_day date)
RETURNS TABLE (unit bigint, document bigint, of_source bigint, order_digest bigint, key_digest bigint, on_day integer,
  product bigint, thousandths bigint, fen bigint, buyer bigint, courier_digest bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext(current_schema() || '.duplicates'));
  PERFORM plan_for_bulk(1000000);
  RETURN QUERY
  SELECT r.unit, r.document_id, r.channel_id * 2 + r.is_filed::integer, coalesce(hashtextextended(r.order_no, 0), 0),
    coalesce(hashtextextended(order_key(r.order_no), 0), 0), r.day - '1970-01-01'::date, coalesce(r.product_id, 0),
    (r.quantity * 1000)::bigint, (r.amount * 100)::bigint, coalesce(r.buyer_id, 0),
    coalesce(hashtextextended(s.courier::text, 0), 0)
  FROM reported_sale r
  LEFT JOIN claim c ON c.claim_id = r.claim_id
  LEFT JOIN claim_snapshot s ON s.snapshot_id = c.status_id AND s.courier IS NOT NULL
  WHERE r.day BETWEEN first_day - 7 AND last_day + 7 AND r.amount > 0;
END $$;
COMMENT ON FUNCTION sales_to_compare IS
  'The sales around some days, as numbers: their source, digests of the order number, of its key and of the parcel, '
  'their days since 1970-01-01, thousandths and fen; 0 for what is not known. One search at a time.';

CREATE OR REPLACE FUNCTION keep_duplicates(
  compared bigint[], ones bigint[], others bigint[], groups integer[], patterns integer[], field_weights text[],
  probabilities real[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  numbers bigint[] := next_numbers('duplicate_group_number',
    (SELECT coalesce(max(g.nth), 0) FROM unnest(groups) AS g(nth)));
BEGIN
  DELETE FROM duplicate_candidate c WHERE c.unit = ANY (compared);
  DELETE FROM duplicate_pair p
  WHERE NOT EXISTS (SELECT FROM duplicate_candidate c WHERE c.unit = p.one)
    OR NOT EXISTS (SELECT FROM duplicate_candidate c WHERE c.unit = p.other);
  DELETE FROM duplicate_candidate c
  WHERE NOT EXISTS (SELECT FROM duplicate_pair p WHERE p.one = c.unit OR p.other = c.unit);
  INSERT INTO duplicate_pair (one, other, group_id, weights, weight, probability)
  SELECT m.one, m.other, numbers[m.nth], w.weights::real[],
    (SELECT sum(f.bits) FROM unnest(w.weights::real[]) AS f(bits)), w.probability
  FROM unnest(ones, others, groups, patterns) AS m(one, other, nth, pattern)
  JOIN unnest(field_weights, probabilities) WITH ORDINALITY AS w(weights, probability, pattern)
    ON w.pattern = m.pattern;
  INSERT INTO duplicate_candidate (unit, group_id)
  SELECT DISTINCT u.unit, numbers[u.nth]
  FROM (SELECT p.one AS unit, p.nth FROM unnest(ones, groups) AS p(one, nth)
    UNION SELECT p.other, p.nth FROM unnest(others, groups) AS p(other, nth)) u
  WHERE NOT EXISTS (SELECT FROM duplicate_candidate c WHERE c.unit = u.unit);
END $$;
COMMENT ON FUNCTION keep_duplicates IS
  'Puts pairs that were just found, their groups numbered from 1, in the place of those of the same sales (`compared`) '
  'that nobody has decided. Pairs that compare in one way share a pattern: the bits of each field, and how likely it '
  'is that they are one.';
