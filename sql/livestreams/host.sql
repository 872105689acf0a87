-- Hosts (达人) that order files name: kept beside what their rows report, so that no import without one pays for it.

CREATE OR REPLACE VIEW order_host_live AS
SELECT f.channel_id, f.snapshot_at, h.number, h.name, h.month, h.orders
FROM import_file f
JOIN (SELECT o.file_id, max(o.posting_id) AS posting_id FROM order_host o GROUP BY o.file_id) l ON l.file_id = f.file_id
JOIN order_host h ON h.file_id = l.file_id AND h.posting_id = l.posting_id
WHERE f.state = 'live';
COMMENT ON VIEW order_host_live IS
  'The hosts that live files name, each with orders: what was kept of each file last.';

CREATE OR REPLACE FUNCTION keep_order_hosts(
  batch_no bigint, numbers text[], names text[], months text[], orders text[]) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it   import_batch := own_batch(batch_no);
  last bigint := (SELECT max(o.posting_id) FROM order_host o WHERE o.file_id = it.file_id);
BEGIN
  IF last IS NULL OR EXISTS (
    SELECT
    FROM (
      SELECT i.n::integer AS line_no, i.number, i.name,
        CASE WHEN i.month <> '' THEN (i.month || '-01')::date END AS month, string_to_array(i.orders, E'\n') AS orders
      FROM unnest(numbers, names, months, keep_order_hosts.orders) WITH ORDINALITY AS i(number, name, month, orders, n)
    ) i
    FULL JOIN (SELECT o.* FROM order_host o WHERE o.posting_id = last) k ON k.line_no = i.line_no
    WHERE (i.number, i.name, i.month, i.orders) IS DISTINCT FROM (k.number, k.name, k.month, k.orders)) THEN
    INSERT INTO order_host (posting_id, line_no, file_id, number, name, month, orders)
    SELECT it.batch, i.n, it.file_id, i.number, i.name, CASE WHEN i.month <> '' THEN (i.month || '-01')::date END,
      string_to_array(i.orders, E'\n')
    FROM unnest(numbers, names, months, keep_order_hosts.orders) WITH ORDINALITY AS i(number, name, month, orders, n);
  END IF;
  RETURN (
    SELECT count(DISTINCT (i.number, i.name))
    FROM unnest(numbers, names) AS i(number, name)
    JOIN import_file f ON f.file_id = it.file_id
    WHERE EXISTS (SELECT FROM livestream_standing s WHERE s.channel_id = f.channel_id)
      AND NOT EXISTS (
        SELECT FROM livestream_standing s
        WHERE s.channel_id = f.channel_id AND is_host(s.host_code, s.host, ARRAY[i.number], ARRAY[i.name])));
END $$;
COMMENT ON FUNCTION keep_order_hosts IS
  'Keeps which hosts the orders of a file name (`orders`: their numbers, a line each), where that is not what was kept '
  'of it. Returns how many of them have no session, on a channel that has some.';
