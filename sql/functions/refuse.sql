-- Refuses what was asked: a code and its facts, which the program turns into a sentence.
CREATE OR REPLACE FUNCTION refuse(code text, facts jsonb) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'BF001', MESSAGE = code, DETAIL = facts::text;
END $$;

-- Refuses an act that needs a reason, and has none or one that says nothing.
CREATE OR REPLACE FUNCTION refuse_without_reason(because text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_blank(coalesce(because, ''));
END $$;

-- Refuses a reason that is given and says nothing.
CREATE OR REPLACE FUNCTION refuse_blank(because text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF trimmed(because) = '' THEN
    PERFORM refuse('reason_blank', '{}');
  END IF;
END $$;

-- Whether a text is a word without anything that nobody sees, as the constraints of codes want it (migration 0016).
CREATE OR REPLACE FUNCTION is_plain_code(code text, longest integer) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN char_length(code) BETWEEN 1 AND longest AND code !~ ('[[:space:]'
  '\u0001-\u001F\u007F-\u009F\u00AD\u034F\u0600-\u0605\u061C\u06DD\u070F'
  '\u0890-\u0891\u08E2\u115F-\u1160\u17B4-\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E'
  '\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U000110BD\U000110CD'
  '\U00013430-\U0001343F\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]');

-- Refuses what has not happened yet; a till's clock may be wrong, by less than a day.
CREATE OR REPLACE FUNCTION refuse_to_come(happened_at timestamptz, on_day date) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF happened_at > now() + interval '1 day' THEN
    PERFORM refuse('day_to_come', jsonb_build_object('day', on_day));
  END IF;
END $$;

-- Whether an act is before the one that it follows. One of which only the day is known, which is kept as the midnight
-- of that day, is compared by day.
CREATE OR REPLACE FUNCTION is_before(at timestamptz, day date, of_at timestamptz, of_day date, zone text)
RETURNS boolean
LANGUAGE sql STABLE
RETURN day < of_day OR at < of_at AND (day > of_day OR (at AT TIME ZONE zone)::time <> '00:00');

-- Refuses an act that people enter where it is before the one that it follows.
CREATE OR REPLACE FUNCTION refuse_before(at timestamptz, day date, of_at timestamptz, of_day date, facts jsonb)
RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  zone text := (SELECT g.timezone FROM programme g);
BEGIN
  IF is_before(at, day, of_at, of_day, zone) THEN
    PERFORM refuse('act_before', facts || jsonb_build_object(
      'at', coalesce(to_char(at AT TIME ZONE zone, 'YYYY-MM-DD HH24:MI'), day::text),
      'earliest', coalesce(to_char(of_at AT TIME ZONE zone, 'YYYY-MM-DD HH24:MI'), of_day::text)));
  END IF;
END $$;

-- Refuses a sale, or another way out, that finds too little of products, or only goods that have expired; with what is
-- there of the first one, and what is missing of the others (`also`): all are booked in, or approved of, at once.
CREATE OR REPLACE FUNCTION refuse_short(
  place bigint, products bigint[], asked numeric[], on_hand numeric[], usable numeric[], sold boolean DEFAULT true) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  facts jsonb;
BEGIN
  SELECT jsonb_build_object('sku', p.sku, 'name', p.name, 'unit', p.unit, 'location', l.code,
    'on_hand', trim_scale(usable[1])::text, 'asked', trim_scale(refuse_short.asked[1])::text,
    'expired', nullif(trim_scale(refuse_short.on_hand[1] - usable[1]), 0)::text, 'also', o.words) INTO facts
  FROM product p, location l, (
    SELECT string_agg(concat_ws(' ', q.sku, q.name, trim_scale(i.asked - i.usable), q.unit), ', ' ORDER BY i.n) AS words
    FROM unnest(products, refuse_short.asked, refuse_short.on_hand, usable) WITH ORDINALITY
      AS i(product, asked, on_hand, usable, n)
    JOIN product q ON q.product_id = i.product
    WHERE i.n > 1 AND (i.on_hand < i.asked OR refuse_short.on_hand[1] >= refuse_short.asked[1])
  ) o
  WHERE p.product_id = products[1] AND l.location_id = place;
  PERFORM refuse(CASE WHEN refuse_short.on_hand[1] < refuse_short.asked[1] THEN 'stock_short' WHEN sold THEN 'stock_expired'
    ELSE 'stock_expired_stays' END, facts);
END $$;
