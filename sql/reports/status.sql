CREATE OR REPLACE VIEW programme_change_now AS
SELECT c.* FROM programme_change c ORDER BY c.change_no DESC LIMIT 1;
COMMENT ON VIEW programme_change_now IS
  'What holds of the programme: its newest change, if there was any.';

CREATE OR REPLACE VIEW programme_status AS
SELECT (SELECT count(*) FROM product) AS products, (SELECT count(*) FROM supplier) AS suppliers,
  (SELECT count(*) FROM channel) AS channels, (SELECT coalesce(sum(d.documents), 0) FROM daily_document d) AS documents,
  coalesce(sum(s.lines), 0) AS lines, (SELECT count(*) FROM import_file f WHERE f.state = 'live') AS imports,
  (SELECT count(*) FROM stock_low) AS low_stock,
  max(s.day) FILTER (WHERE s.gross <> 0 OR s.quantity > 0) AS last_day,
  (SELECT max(f.imported_at) FROM import_file f) AS newest_import,
  (SELECT count(*) FROM person p WHERE NOT p.retired) AS persons,
  EXISTS (SELECT FROM programme_change_now c WHERE c.one_person) AS one_person
FROM daily_sales s;
COMMENT ON VIEW programme_status IS
  'How the programme stands: how much each kind of thing there is, the last day with a sale, and who works in it.';
