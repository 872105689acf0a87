CREATE OR REPLACE FUNCTION discounted(staged order_stage[], off numeric, total numeric) RETURNS order_stage[]
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF off < 0 OR off > total THEN
    PERFORM refuse('discount_over', jsonb_build_object('discount', off::text, 'total', total::text));
  END IF;
  RETURN (
    SELECT array_agg(jsonb_populate_record(d.line, jsonb_build_object('amount', (d.line).amount - d.share,
      'discount', d.share)) ORDER BY (d.line).line_no)
    FROM (
      SELECT f.line, f.floored + CASE WHEN
          row_number() OVER (ORDER BY f.exact - f.floored DESC, (f.line).line_no)
          <= round((off - sum(f.floored) OVER ()) * 100) THEN 0.01 ELSE 0 END AS share
      FROM (
        SELECT e.line, e.exact, trunc(e.exact, 2) AS floored
        FROM (SELECT o AS line, off * o.amount / nullif(discounted.total, 0) AS exact FROM unnest(staged) o) e
      ) f
    ) d);
END $$;
COMMENT ON FUNCTION discounted IS
  'Splits a discount over an order''s lines by largest remainder, to the fen; returns the lines with it. Raises '
  'discount_over.';
