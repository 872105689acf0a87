-- Guards for every role, the owner included: facts are appended and never changed, parents are never
-- deleted, and of them only what may change does. Statement triggers: they cost an insert nothing.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'BF001', MESSAGE = 'append_only',
    DETAIL = jsonb_build_object('table', TG_TABLE_NAME, 'act', lower(TG_OP))::text;
END $$;
COMMENT ON FUNCTION refuse_change IS
  'Refuses what a statement would do to a table of facts. Raises append_only.';

CREATE OR REPLACE FUNCTION refuse_unsaid_redaction() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF (NEW.file_id, NEW.chunk_no, NEW.first_row, NEW.rows)
      IS DISTINCT FROM (OLD.file_id, OLD.chunk_no, OLD.first_row, OLD.rows)
    OR NOT EXISTS (SELECT FROM import_redaction r
      WHERE r.file_id = OLD.file_id AND r.chunk_no = OLD.chunk_no
        AND r.old_sha256 = encode(sha256(OLD.content), 'hex')
        AND r.new_sha256 = encode(sha256(NEW.content), 'hex')) THEN
    PERFORM refuse('append_only', jsonb_build_object('table', 'import_chunk', 'act', 'update'));
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION refuse_unsaid_redaction IS
  'Keeps a chunk as it was kept, but for a redaction that says so. Raises append_only.';

CREATE OR REPLACE FUNCTION guard(tables text[], named text, before_name text, after_name text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  guarded text;
BEGIN
  FOREACH guarded IN ARRAY tables LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS %I ON %I', named, guarded);
    EXECUTE format('CREATE TRIGGER %I %s ON %I %s', named, before_name, guarded, after_name);
  END LOOP;
END $$;
COMMENT ON FUNCTION guard IS
  'Puts a trigger on each of some tables: its name, and what stands around the table''s name in its definition.';

CREATE OR REPLACE VIEW guarded_table AS
SELECT unnest(ARRAY['document', 'line', 'tender', 'stock_move', 'shortage', 'posting', 'import_redaction',
    'import_reject', 'claim_snapshot', 'aftersale_snapshot', 'shortage_settled', 'goods_back', 'duplicate_goods',
    'transfer', 'transfer_line', 'transfer_end', 'stock_count_line', 'expired_approval', 'purchase', 'supplier_return',
    'supplier_payment', 'supplier_payment_receipt', 'supplier_adjustment', 'buy_back', 'reservation',
    'reservation_line', 'reservation_end', 'agreement', 'agreement_line', 'agreement_end', 'import_turn',
    'agreement_delivery', 'fair', 'fair_stand',
    'person_change', 'approval', 'approval_end', 'approval_use', 'approval_rule', 'approval_attempt', 'approval_key',
    'programme_change', 'month_nil', 'month_close', 'month_signature', 'import_total', 'rule_set', 'certificate',
    'certificate_end', 'duplicate_decision', 'duplicate_decided', 'duplicate_choice',
    'restatement', 'restated_line', 'figure_version', 'settlement_snapshot', 'livestream_session', 'canteen_order',
    'canteen_order_end', 'canteen_delivery', 'canteen_acceptance', 'canteen_acceptance_line',
    'canteen_invoice', 'buyer_payment', 'buyer_payment_document', 'statement_answer', 'statement_answer_entry',
    'weekly_order', 'weekly_order_line', 'weekly_order_made', 'canteen_sheet', 'reserve_area', 'reserve_rule',
    'reserve_budget', 'order_unit', 'supermarket_contract', 'supermarket_sheet', 'supermarket_settlement',
    'supermarket_deduction', 'supermarket_payment', 'tourism_visit', 'tourism_visitor', 'fee_rate',
    'order_host']) AS of_table,
  'append_only' AS guard, ARRAY[]::text[] AS changing, true AS sealed
UNION ALL
-- A seal is held by the chain of seals; provinces are nobody's act.
SELECT unnest(ARRAY['province', 'seal', 'seal_table', 'seal_block', 'seal_posting']), 'append_only', ARRAY[]::text[],
  false
UNION ALL
SELECT v.of_table, v.guard, v.changing, v.sealed
FROM (VALUES
  ('import_chunk', 'redacted_only', ARRAY[]::text[], true),
  ('import_file', 'never_changed', ARRAY['state', 'channel_id', 'new', 'same', 'changed', 'digest'], true),
  ('claim', 'never_changed', ARRAY['value_id', 'status_id', 'estimated', 'channel_id', 'aftersale',
    'province'], true),
  ('aftersale', 'never_changed', ARRAY['snapshot_id', 'file_id', 'line_no', 'item', 'state', 'cash', 'back_at',
    'channel_id', 'claim_id'], true),
  ('settlement', 'never_changed', ARRAY['snapshot_id', 'channel_id', 'differs', 'ledger', 'order_no', 'day', 'amount',
    'income', 'refund', 'moved', 'unknown'], true),
  ('canteen_order_line', 'never_changed', ARRAY['open'], true),
  ('stock_count', 'never_changed', ARRAY['state', 'ended_by'], true),
  ('target', 'never_changed', ARRAY['ended_by'], true),
  -- The catalogue is no fact.
  ('book_month', 'never_changed', ARRAY['status'], false), ('listing', 'never_changed', ARRAY[]::text[], false),
  ('person', 'never_changed', ARRAY['name', 'role', 'retired'], false),
  ('buy_back_contract', 'never_changed', ARRAY['to_day'], false),
  ('supplier_link', 'never_changed', ARRAY['to_day'], false)
) AS v(of_table, guard, changing, sealed);
COMMENT ON VIEW guarded_table IS
  'The tables of which something never changes: all of a row, or all but the columns that are named (`changing`), and '
  'which of them seals cover.';

SELECT guard((SELECT array_agg(g.of_table) FROM guarded_table g WHERE g.guard = 'append_only'),
  'append_only', 'BEFORE UPDATE OR DELETE OR TRUNCATE',
  'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()');
SELECT guard(ARRAY['programme', 'unit', 'supplier', 'product', 'location', 'channel', 'listing', 'buyer',
    'book_month', 'import_file', 'claim', 'aftersale', 'settlement', 'lot', 'stock_count', 'buy_back_contract',
    'supplier_link', 'target', 'person', 'canteen_order_line'],
  'never_deleted', 'BEFORE DELETE OR TRUNCATE',
  'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()');
-- A chunk changes by a redaction alone, which is a fact.
SELECT guard(ARRAY['import_chunk'], 'append_only', 'BEFORE DELETE OR TRUNCATE',
  'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()');
SELECT guard(ARRAY['import_chunk'], 'redacted_only', 'BEFORE UPDATE',
  'FOR EACH ROW EXECUTE FUNCTION refuse_unsaid_redaction()');

-- Of what may change in part, the columns that never do. A statement that names none of them is not looked at.
DO $$
DECLARE
  guarded record;
BEGIN
  FOR guarded IN
    SELECT c.relname::text AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
    FROM guarded_table v
    JOIN pg_class c ON c.oid = v.of_table::regclass
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attname <> ALL (v.changing)
    WHERE v.guard = 'never_changed'
    GROUP BY c.oid
  LOOP
    PERFORM guard(ARRAY[guarded.name], 'never_changed', 'BEFORE UPDATE OF ' || guarded.columns,
      'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()');
  END LOOP;
END $$;
SELECT guard(ARRAY['import_file'], 'digest_once', 'BEFORE UPDATE OF digest',
  'FOR EACH ROW WHEN (OLD.digest IS NOT NULL) EXECUTE FUNCTION refuse_change()');

CREATE OR REPLACE FUNCTION refuse_closed() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse('month_closed', jsonb_build_object('month', to_char(NEW.book_month, 'YYYY-MM')));
  RETURN NULL;
END $$;
COMMENT ON FUNCTION refuse_closed IS
  'Refuses a row of a closed month. Raises month_closed.';

CREATE OR REPLACE FUNCTION guard_month() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  fact    text;
  part    text;
  enabled "char";
BEGIN
  FOREACH fact IN ARRAY ARRAY['document', 'line', 'document', 'line'] LOOP
    part := fact || '_' || to_char(NEW.month, 'YYYY_MM');
    SELECT t.tgenabled INTO enabled FROM pg_trigger t WHERE t.tgrelid = to_regclass(part) AND t.tgname = 'closed';
    IF NEW.status = 'closed' AND enabled IS NULL AND to_regclass(part) IS NOT NULL THEN
      EXECUTE format('CREATE TRIGGER closed BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION refuse_closed()', part);
    ELSIF NEW.status = 'closed' AND enabled <> 'A' THEN  -- only when all are there: refuse_unclosing looks on
      EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER closed', part);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION guard_month IS
  'Lets a month that is closed refuse rows by itself: its partitions get a trigger, which open ones do not have, so '
  'that no sale pays for it. It fires for replication, too.';
DROP TRIGGER IF EXISTS guard_month ON book_month;
CREATE TRIGGER guard_month AFTER INSERT OR UPDATE OF status ON book_month
  FOR EACH ROW EXECUTE FUNCTION guard_month();
UPDATE book_month SET status = status WHERE status = 'closed';

CREATE OR REPLACE FUNCTION refuse_opening() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse('month_stays_closed', jsonb_build_object('month', to_char(OLD.month, 'YYYY-MM')));
  RETURN NULL;
END $$;
COMMENT ON FUNCTION refuse_opening IS
  'Refuses to open a month that was closed. Raises month_stays_closed.';
DROP TRIGGER IF EXISTS stays_closed ON book_month;
CREATE TRIGGER stays_closed BEFORE UPDATE OF status ON book_month
  FOR EACH ROW WHEN (OLD.status = 'closed' AND NEW.status <> 'closed') EXECUTE FUNCTION refuse_opening();

CREATE OR REPLACE VIEW closed_part AS
SELECT b.month, f.fact, c.oid AS part, t.tgenabled AS guarded
FROM book_month b
CROSS JOIN (VALUES ('document'), ('line')) AS f(fact)
LEFT JOIN (
  SELECT i.inhparent, i.inhrelid AS oid, pg_get_expr(r.relpartbound, r.oid) AS bound
  FROM pg_inherits i
  JOIN pg_class r ON r.oid = i.inhrelid
  WHERE NOT i.inhdetachpending
) c ON c.inhparent = to_regclass(f.fact)
  AND c.bound = format('FOR VALUES FROM (%L) TO (%L)', b.month, (b.month + interval '1 month')::date)
LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgname = 'closed' AND t.tgfoid = to_regproc('refuse_closed')
WHERE b.status = 'closed';
COMMENT ON VIEW closed_part IS
  'The partitions of closed months, and whether each refuses rows: its trigger fires always (A).';

CREATE OR REPLACE FUNCTION refuse_unclosing() RETURNS event_trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  wrong record;
BEGIN
  IF TG_EVENT = 'ddl_command_start' THEN  -- what detaches concurrently has committed half of it when it ends
    SELECT b.month INTO wrong FROM book_month b
    WHERE b.status = 'closed' AND current_query() ~* 'detach' AND current_query() ~* 'concurrently'
      AND current_query() ~* 'document|line|u&' ORDER BY b.month LIMIT 1;
    IF FOUND THEN
      PERFORM refuse('month_stays_closed', jsonb_build_object('month', to_char(wrong.month, 'YYYY-MM')));
    END IF;
    RETURN;
  END IF;
  IF TG_TAG = 'ALTER TABLE' AND NOT EXISTS (
    SELECT FROM pg_event_trigger_ddl_commands() d WHERE d.schema_name = current_schema()) THEN
    RETURN;
  END IF;
  SELECT p.month, p.fact INTO wrong
  FROM closed_part p
  WHERE p.part IS NULL OR coalesce(p.guarded, 'D') IN ('D', 'R') ORDER BY p.month, p.fact LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('month_stays_closed', jsonb_build_object('month', to_char(wrong.month, 'YYYY-MM')));
  END IF;
END $$;
COMMENT ON FUNCTION refuse_unclosing IS
  'Refuses what would take a closed month''s partition away, replace it, or turn its guard off: an event trigger, '
  'which only a superuser can make. Elsewhere the check months_stay_closed finds it. Raises month_stays_closed.';
DO $$
DECLARE
  named text := 'closed_months_of_' || current_schema();
  first text := 'closed_months_first_of_' || current_schema();
BEGIN
  IF (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user) THEN
    EXECUTE format('CREATE EVENT TRIGGER %I ON ddl_command_end WHEN TAG IN (''ALTER TABLE'', ''DROP TABLE'',
      ''DROP TRIGGER'', ''ALTER TRIGGER'', ''DROP FUNCTION'', ''DROP ROUTINE'') EXECUTE FUNCTION refuse_unclosing()',
      named);
    EXECUTE format('CREATE EVENT TRIGGER %I ON ddl_command_start WHEN TAG IN (''ALTER TABLE'')
      EXECUTE FUNCTION refuse_unclosing()', first);
    EXECUTE format('ALTER EVENT TRIGGER %I ENABLE ALWAYS', named);
    EXECUTE format('ALTER EVENT TRIGGER %I ENABLE ALWAYS', first);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION refuse_closed_day() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM FROM book_month b WHERE b.month = month_of(NEW.day) FOR KEY SHARE;
  IF EXISTS (SELECT FROM book_month b
             WHERE b.month = month_of(NEW.day) AND b.status = 'closed') THEN
    PERFORM refuse('month_closed', jsonb_build_object('month', to_char(NEW.day, 'YYYY-MM')));
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION refuse_closed_day IS
  'Refuses a row whose day lies in a closed month, of what has a day and no month it is booked in: few rows, none of '
  'a sale. A month that is being closed is waited for. Raises month_closed.';
SELECT guard(ARRAY['agreement', 'purchase', 'supplier_return', 'supplier_payment', 'supplier_adjustment',
    'buy_back', 'buyer_payment'],
  'closed_day', 'BEFORE INSERT', 'FOR EACH ROW EXECUTE FUNCTION refuse_closed_day()');
