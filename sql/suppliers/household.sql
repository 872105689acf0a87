-- The households that deliver through a company, collective or cooperative.

CREATE OR REPLACE FUNCTION linked_household(supplier bigint, household_code text, on_day date) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  it     bigint;
  linked boolean;
BEGIN
  SELECT s.supplier_id, EXISTS (SELECT FROM supplier_link l WHERE l.supplier_id = supplier
    AND l.household_id = s.supplier_id
    AND on_day BETWEEN l.from_day AND coalesce(l.to_day, 'infinity')) INTO it, linked
  FROM supplier s WHERE s.code = household_code;
  IF household_code IS NOT NULL AND linked IS NOT TRUE THEN
    PERFORM refuse(CASE WHEN it IS NULL THEN 'supplier_unknown' ELSE 'household_unlinked' END,
      jsonb_build_object('code', household_code, 'day', on_day));
  END IF;
  RETURN it;
END $$;
COMMENT ON FUNCTION linked_household IS
  'The household of a code that delivers through a supplier on a day; refused where there is none. Raises '
  'supplier_unknown, household_unlinked.';

CREATE OR REPLACE FUNCTION link_household(supplier_code text, household_code text, said_day date,
  happened_at timestamptz)
RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  who   bigint := lock_supplier(supplier_code);
  other bigint;
  kinds text[];
  today date;
BEGIN
  SELECT s.supplier_id, ARRAY[w.kind, s.kind] INTO other, kinds
  FROM supplier s, supplier w WHERE s.code = household_code AND w.supplier_id = who;
  IF other IS NULL OR kinds[2] <> 'household' OR kinds[1] = 'household' THEN
    PERFORM refuse(CASE WHEN other IS NULL THEN 'supplier_unknown' WHEN kinds[2] <> 'household'
      THEN 'household_expected'
      ELSE 'household_links_none' END,
      jsonb_build_object('code', CASE WHEN kinds = '{household,household}' THEN supplier_code ELSE household_code END));
  END IF;
  SELECT business_day(happened_at, g.timezone, g.day_start) INTO today FROM programme g;
  INSERT INTO supplier_link (supplier_id, household_id, from_day) VALUES (who, other, coalesce(said_day, today));
END $$;
COMMENT ON FUNCTION link_household IS
  'Links a household to a supplier from a day on (today where none is said). Raises supplier_unknown, '
  'household_expected, household_links_none.';

CREATE OR REPLACE FUNCTION unlink_household(supplier_code text, household_code text, said_day date,
  happened_at timestamptz)
RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  who   bigint := lock_supplier(supplier_code);
  today date;
BEGIN
  SELECT business_day(happened_at, g.timezone, g.day_start) INTO today FROM programme g;
  UPDATE supplier_link l SET to_day = coalesce(said_day, today)
  WHERE l.supplier_id = who AND l.to_day IS NULL
    AND l.household_id = (SELECT s.supplier_id FROM supplier s WHERE s.code = household_code);
  IF NOT FOUND THEN
    PERFORM refuse('household_unlinked', jsonb_build_object('code', household_code, 'day', coalesce(said_day, today)));
  END IF;
END $$;
COMMENT ON FUNCTION unlink_household IS
  'Ends the link of a household to a supplier, after a day (today where none is said). Raises household_unlinked.';
