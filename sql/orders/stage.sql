CREATE OR REPLACE FUNCTION take_staged(batch bigint) RETURNS order_stage[]
LANGUAGE sql SET search_path FROM CURRENT AS $$
  WITH taken AS (DELETE FROM order_stage s WHERE s.posting_id = batch RETURNING s)
  SELECT array_agg(t.s ORDER BY (t.s).line_no) FROM taken t
$$;
COMMENT ON FUNCTION take_staged IS
  'Takes a posting''s lines out of the staging table.';
