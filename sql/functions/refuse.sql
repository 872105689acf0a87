-- Refuses what was asked: a code and its facts, which the program turns into a sentence.
CREATE OR REPLACE FUNCTION refuse(code text, facts jsonb) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'BF001', MESSAGE = code, DETAIL = facts::text;
END $$;

-- Refuses a reason that is given and says nothing.
CREATE OR REPLACE FUNCTION refuse_blank(because text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF trimmed(because) = '' THEN
    PERFORM refuse('reason_blank', '{}');
  END IF;
END $$;

-- Refuses a sale, or another way out, that finds too little, with what is there; or only goods that have expired.
CREATE OR REPLACE FUNCTION refuse_short(
  place bigint, product bigint, asked numeric, on_hand numeric, usable numeric, sold boolean DEFAULT true) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  facts jsonb;
BEGIN
  SELECT jsonb_build_object('sku', p.sku, 'name', p.name, 'unit', p.unit, 'location', l.code,
    'on_hand', trim_scale(usable)::text, 'asked', trim_scale(refuse_short.asked)::text,
    'expired', nullif(trim_scale(refuse_short.on_hand - usable), 0)::text) INTO facts
  FROM product p, location l WHERE p.product_id = product AND l.location_id = place;
  PERFORM refuse(CASE WHEN refuse_short.on_hand < refuse_short.asked THEN 'stock_short' WHEN sold THEN 'stock_expired'
    ELSE 'stock_expired_stays' END, facts);
END $$;
