-- A discount on a whole order is split over its lines, to the fen.

CREATE OR REPLACE FUNCTION discounts_of(amounts numeric[], off numeric) RETURNS numeric[]
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  total numeric := (SELECT sum(a.amount) FROM unnest(amounts) AS a(amount));
BEGIN
  IF off < 0 OR off > total THEN
    PERFORM refuse('discount_over', jsonb_build_object('discount', off::text, 'total', total::text));
  END IF;
  RETURN (
    SELECT array_agg(f.floored + CASE WHEN f.nth <= round((off - f.sum) * 100) THEN 0.01 ELSE 0 END ORDER BY f.n)
    FROM (
      SELECT e.n, e.floored, sum(e.floored) OVER () AS sum,
        row_number() OVER (ORDER BY e.exact - e.floored DESC, e.n) AS nth
      FROM (
        SELECT a.n, off * a.amount / nullif(total, 0) AS exact, trunc(off * a.amount / nullif(total, 0), 2) AS floored
        FROM unnest(amounts) WITH ORDINALITY AS a(amount, n)
      ) e
    ) f);
END $$;
COMMENT ON FUNCTION discounts_of IS
  'Splits a discount in yuan over the amounts of an order''s lines by largest remainder, to the fen. Raises '
  'discount_over.';
