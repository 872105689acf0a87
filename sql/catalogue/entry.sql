-- The catalogue: entries that people add under a code, and change; what is not said stays as it is, or at its default.

CREATE OR REPLACE FUNCTION expect_entry(noun text, code text, is_known boolean, is_new boolean) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF is_new AND is_known THEN
    PERFORM refuse(noun || '_exists', jsonb_build_object('code', code));
  ELSIF NOT is_new AND NOT is_known THEN
    PERFORM refuse(noun || '_unknown', jsonb_build_object('code', code));
  END IF;
END $$;
COMMENT ON FUNCTION expect_entry IS
  'Refuses to add what is there, and to change what is not.';

CREATE OR REPLACE FUNCTION save_unit(asked_code text, asked_english text, is_whole boolean) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM expect_entry('unit', asked_code, EXISTS (SELECT FROM unit u WHERE u.code = asked_code), true);
  INSERT INTO unit (code, english, whole)
  SELECT asked_code, asked_english, is_whole AND NOT EXISTS (SELECT FROM measure m WHERE m.code = lower(asked_code));
END $$;
COMMENT ON FUNCTION save_unit IS
  'Adds a unit. Whole ones refuse fractions; measures such as 公斤 are never whole.';

CREATE OR REPLACE FUNCTION save_supplier(is_new boolean, asked_code text, asked_name text, asked_kind text,
  linked integer, asked_township text, is_active boolean) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM expect_entry('supplier', asked_code, EXISTS (SELECT FROM supplier s WHERE s.code = asked_code), is_new);
  IF is_new THEN
    INSERT INTO supplier (code, name, kind, households, township)
    VALUES (asked_code, asked_name, coalesce(asked_kind, 'company'), coalesce(linked, 0), coalesce(asked_township, ''));
  ELSE
    UPDATE supplier SET name = coalesce(asked_name, name), kind = coalesce(asked_kind, kind),
      households = coalesce(linked, households), township = coalesce(asked_township, township),
      active = coalesce(is_active, active)
    WHERE code = asked_code;
  END IF;
END $$;
COMMENT ON FUNCTION save_supplier IS
  'Adds or changes a supplier; `linked` are households that have no record of their own.';

CREATE OR REPLACE FUNCTION make_supplier(asked_name text) RETURNS boolean
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO supplier (code, name, kind) VALUES (asked_name, asked_name, 'company')
  ON CONFLICT (code) DO NOTHING;
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION make_supplier IS
  'Makes a supplier of a name, as a company, unless there is one; returns whether it was made.';

CREATE OR REPLACE FUNCTION save_location(is_new boolean, asked_code text, asked_name text, asked_kind text,
  becomes_default boolean, is_active boolean) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF becomes_default THEN  -- of two that make theirs the default one the second waits for the first
    LOCK TABLE location IN SHARE ROW EXCLUSIVE MODE;
  END IF;
  PERFORM expect_entry('location', asked_code, EXISTS (SELECT FROM location l WHERE l.code = asked_code), is_new);
  IF is_new THEN
    INSERT INTO location (code, name, kind) VALUES (asked_code, asked_name, coalesce(asked_kind, 'shop'));
  ELSE
    UPDATE location SET name = coalesce(asked_name, name), kind = coalesce(asked_kind, kind),
      active = coalesce(is_active, active)
    WHERE code = asked_code;
  END IF;
  IF becomes_default THEN
    UPDATE location SET is_default = false WHERE is_default;
    UPDATE location SET is_default = true WHERE code = asked_code;
  END IF;
END $$;
COMMENT ON FUNCTION save_location IS
  'Adds or changes a location, and maybe makes it the default one.';

CREATE OR REPLACE FUNCTION expect_province(typed text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  found text := province_of(typed);
BEGIN
  IF typed <> '' AND found IS NULL THEN
    PERFORM refuse('province_unknown', jsonb_build_object('province', typed));
  END IF;
  RETURN found;
END $$;
COMMENT ON FUNCTION expect_province IS
  'The province that a text names; null where it is empty. Raises province_unknown.';

CREATE OR REPLACE FUNCTION save_channel(is_new boolean, asked_code text, asked_name text, asked_kind text,
  asked_platform text, location_code text, asked_province text, is_active boolean) RETURNS boolean
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_location bigint;
  of_province text := expect_province(asked_province);
  old         channel;
BEGIN
  IF location_code <> '' THEN
    of_location := location_of(location_code);
  END IF;
  PERFORM expect_entry('channel', asked_code, EXISTS (SELECT FROM channel c WHERE c.code = asked_code), is_new);
  IF is_new THEN
    INSERT INTO channel (code, name, kind, province, platform, ships_from)
    VALUES (asked_code, asked_name, asked_kind, of_province,
      -- Sheets of supermarkets and fairs are of no platform: their kind stands for it.
      coalesce(nullif(asked_platform, ''), CASE WHEN asked_kind IN ('supermarket', 'fair') THEN asked_kind END),
      of_location);
  ELSE
    SELECT * INTO old FROM channel c WHERE c.code = asked_code;
    UPDATE channel SET name = coalesce(asked_name, name), kind = coalesce(asked_kind, kind),
      province = CASE WHEN asked_province IS NULL THEN province ELSE of_province END,
      platform = CASE WHEN asked_platform IS NULL THEN platform ELSE nullif(asked_platform, '') END,
      ships_from = CASE WHEN location_code IS NULL THEN ships_from ELSE of_location END,
      active = coalesce(is_active, active)
    WHERE code = asked_code;
  END IF;
  RETURN EXISTS (
    SELECT FROM channel c
    WHERE c.code = asked_code AND (c.kind, c.province) IS DISTINCT FROM (old.kind, old.province) AND NOT is_new);
END $$;
COMMENT ON FUNCTION save_channel IS
  'Adds or changes a channel; an empty platform, location or province clears it. Returns whether its sales have to be '
  'judged anew.';

CREATE OR REPLACE FUNCTION save_buyer(is_new boolean, asked_code text, asked_name text, asked_kind text,
  asked_province text, asked_credit_code text, asked_contact text, asked_terms integer, is_active boolean)
RETURNS boolean
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  was    text := (SELECT b.province FROM buyer b WHERE b.code = asked_code);
  credit text := nullif(upper(trimmed(asked_credit_code)), '');
BEGIN
  PERFORM expect_entry('buyer', asked_code, EXISTS (SELECT FROM buyer b WHERE b.code = asked_code), is_new);
  IF is_new THEN
    INSERT INTO buyer (code, name, kind, province, credit_code, contact, terms)
    VALUES (asked_code, asked_name, coalesce(asked_kind, 'institution'), coalesce(asked_province, ''), credit,
      coalesce(asked_contact, ''), coalesce(asked_terms, 0));
  ELSE
    UPDATE buyer SET name = coalesce(asked_name, name), kind = coalesce(asked_kind, kind),
      province = coalesce(asked_province, province), contact = coalesce(asked_contact, contact),
      credit_code = CASE WHEN asked_credit_code IS NULL THEN credit_code ELSE credit END,
      terms = coalesce(asked_terms, terms), active = coalesce(is_active, active)
    WHERE code = asked_code;
  END IF;
  RETURN NOT is_new AND province_of(coalesce(asked_province, was)) IS DISTINCT FROM province_of(was);
END $$;
COMMENT ON FUNCTION save_buyer IS
  'Adds or changes a buyer; an empty credit code clears it, small letters of one are written large. Returns whether '
  'what it bought has to be judged anew.';
