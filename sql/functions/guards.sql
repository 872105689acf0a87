-- Guards for every role, the owner included: facts are appended and never changed, parents are never
-- deleted. Statement triggers: they cost an insert nothing.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'BF001', MESSAGE = 'append_only',
    DETAIL = jsonb_build_object('table', TG_TABLE_NAME, 'act', lower(TG_OP))::text;
END $$;

DO $$
DECLARE
  guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['document', 'line', 'tender', 'stock_move', 'shortage',
    'posting', 'import_chunk', 'import_reject', 'claim_snapshot', 'aftersale_snapshot',
    'shortage_settled', 'goods_back', 'transfer', 'transfer_line', 'transfer_end', 'stock_count_line',
    'expired_approval', 'purchase', 'supplier_return', 'supplier_payment', 'supplier_payment_receipt', 'supplier_adjustment', 'buy_back',
    'reservation', 'reservation_line', 'reservation_end', 'agreement', 'agreement_line', 'agreement_end'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS append_only ON %I', guarded);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', guarded);
  END LOOP;
  FOREACH guarded IN ARRAY ARRAY['programme', 'unit', 'supplier', 'product', 'location', 'channel',
    'listing', 'buyer', 'book_month', 'import_file', 'claim', 'aftersale', 'lot', 'stock_count',
    'buy_back_contract', 'supplier_link', 'target'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS never_deleted ON %I', guarded);
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', guarded);
  END LOOP;
END $$;
