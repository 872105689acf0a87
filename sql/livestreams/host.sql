-- Hosts (达人) that order files name: kept beside what their rows report, so that no import without one pays for it.

CREATE OR REPLACE VIEW order_host_live AS
SELECT f.channel_id, f.snapshot_at, h.month, h.orders, h.numbers, h.names
FROM import_file f
JOIN (SELECT o.file_id, max(o.posting_id) AS posting_id FROM order_host o GROUP BY o.file_id) l ON l.file_id = f.file_id
JOIN order_host h ON h.file_id = l.file_id AND h.posting_id = l.posting_id
WHERE f.state = 'live';
COMMENT ON VIEW order_host_live IS
  'The orders of live files that name a host, and the host: what was kept of each file last.';

CREATE OR REPLACE FUNCTION keep_order_hosts(
  batch_no bigint, months text[], orders text[], numbers text[], names text[]) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it   import_batch := own_batch(batch_no);
  last bigint := (SELECT max(o.posting_id) FROM order_host o WHERE o.file_id = it.file_id);
BEGIN
  IF last IS NULL OR EXISTS (
    SELECT
    FROM unnest(months, keep_order_hosts.orders, numbers, names) WITH ORDINALITY AS i(month, orders, numbers, names, n)
    FULL JOIN (SELECT o.* FROM order_host o WHERE o.posting_id = last) k ON k.line_no = i.n
    WHERE (coalesce(i.month, ''), i.orders, i.numbers, i.names) IS DISTINCT FROM (coalesce(to_char(k.month, 'YYYY-MM'),
      ''), array_to_string(k.orders, E'\n'), array_to_string(k.numbers, E'\n'), array_to_string(k.names, E'\n'))) THEN
    INSERT INTO order_host (posting_id, line_no, file_id, month, orders, numbers, names)
    SELECT it.batch, i.n, it.file_id, CASE WHEN i.month <> '' THEN (i.month || '-01')::date END,
      string_to_array(i.orders, E'\n'),  -- of one order a blank line is one cell, and no array without any
      CASE WHEN i.numbers = '' THEN ARRAY[''] ELSE string_to_array(i.numbers, E'\n') END,
      CASE WHEN i.names = '' THEN ARRAY[''] ELSE string_to_array(i.names, E'\n') END
    FROM unnest(months, keep_order_hosts.orders, numbers, names) WITH ORDINALITY AS i(month, orders, numbers, names, n);
    last := it.batch;
  END IF;
  IF NOT EXISTS (SELECT FROM livestream_standing s JOIN import_file f ON f.channel_id = s.channel_id
    WHERE f.file_id = it.file_id) THEN
    RETURN 0;
  END IF;
  RETURN (
    SELECT count(*)
    FROM (
      SELECT DISTINCT n.number, n.name
      FROM order_host h CROSS JOIN unnest(h.numbers, h.names) AS n(number, name)
      WHERE h.posting_id = last
    ) n
    WHERE NOT EXISTS (
      SELECT FROM livestream_standing s JOIN import_file f ON f.channel_id = s.channel_id
      WHERE f.file_id = it.file_id AND is_host(s.host_code, s.host, ARRAY[n.number], ARRAY[n.name])));
END $$;
COMMENT ON FUNCTION keep_order_hosts IS
  'Keeps which hosts the orders of a file name, in parts: of each a month, the orders, and the number and the name of '
  'the host of each order, a line an order; where that is not what was kept of it. Returns how many hosts have no '
  'session, on a channel that has some.';
