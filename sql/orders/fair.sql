-- Fairs (展销会): what was sent to their stands, sold there and brought back; agreements that were signed there.

CREATE OR REPLACE VIEW fair_standing AS
SELECT f.posting_id AS fair_id, f.code, f.name, f.place, f.from_day, f.to_day, f.channel_id,
  ARRAY(SELECT s.location_id FROM fair_stand s WHERE s.posting_id = f.posting_id ORDER BY s.location_id) AS stands
FROM fair f
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = f.posting_id);
COMMENT ON VIEW fair_standing IS
  'The fairs that were not cancelled, each with the locations of its stands.';

CREATE OR REPLACE FUNCTION add_fair(
  fair_code text, fair_name text, at_place text, first_day date, last_day date, channel_code text, stand_codes text[],
  because text, happened_at timestamptz, by_operator text, by_command text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_channel channel;
  other      text;
  batch      bigint;
  at_stands  bigint[];
BEGIN
  PERFORM FROM programme FOR UPDATE;  -- one fair after the other
  SELECT * INTO of_channel FROM channel c WHERE c.code = channel_code;
  IF of_channel.channel_id IS NULL THEN
    PERFORM refuse('channel_unknown', jsonb_build_object('code', channel_code));
  ELSIF of_channel.kind <> 'fair' THEN
    PERFORM refuse('fair_channel', jsonb_build_object('code', channel_code));
  ELSIF first_day > last_day THEN
    PERFORM refuse('fair_days', jsonb_build_object('from', first_day, 'to', last_day));
  ELSIF EXISTS (SELECT FROM fair_standing f WHERE f.code = fair_code) THEN
    PERFORM refuse('fair_known', jsonb_build_object('code', fair_code));
  END IF;
  SELECT f.code INTO other
  FROM fair_standing f
  WHERE f.channel_id = of_channel.channel_id AND f.from_day <= last_day AND f.to_day >= first_day
  ORDER BY f.from_day LIMIT 1;
  IF other IS NOT NULL THEN
    PERFORM refuse('fair_overlaps', jsonb_build_object('code', other, 'channel', channel_code));
  END IF;
  at_stands := ARRAY(SELECT location_of(c) FROM unnest(stand_codes) AS c);
  SELECT l.code INTO other
  FROM location l
  WHERE l.location_id = ANY (at_stands) AND l.kind <> 'stand'
  ORDER BY l.code LIMIT 1;
  IF other IS NOT NULL THEN
    PERFORM refuse('fair_stand_kind', jsonb_build_object('code', other));
  END IF;
  SELECT l.code INTO other
  FROM fair_standing f JOIN location l ON l.location_id = ANY (f.stands)
  WHERE l.location_id = ANY (at_stands)
  ORDER BY l.code LIMIT 1;
  IF other IS NOT NULL THEN
    PERFORM refuse('fair_stand_taken', jsonb_build_object('code', other));
  END IF;
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, because, happened_at) b;
  INSERT INTO fair (posting_id, code, name, place, from_day, to_day, channel_id)
  VALUES (batch, fair_code, trimmed(fair_name), trimmed(at_place), first_day, last_day, of_channel.channel_id);
  INSERT INTO fair_stand (posting_id, location_id) SELECT DISTINCT batch, s FROM unnest(at_stands) AS s;
  RETURN batch;
END $$;
COMMENT ON FUNCTION add_fair IS
  'Adds a fair: a place, days, a channel of its own on them, and stands that no other fair has. Returns the act''s '
  'number. Raises channel_unknown, fair_channel, fair_days, fair_known, fair_overlaps, fair_stand_kind, '
  'fair_stand_taken.';

CREATE OR REPLACE FUNCTION fair_of(fair_code text) RETURNS fair_standing
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  it fair_standing;
BEGIN
  SELECT * INTO it FROM fair_standing f WHERE f.code = fair_code;
  IF it.fair_id IS NULL THEN
    PERFORM refuse('fair_unknown', jsonb_build_object('code', fair_code));
  END IF;
  RETURN it;
END $$;
COMMENT ON FUNCTION fair_of IS
  'The fair of a code. Raises fair_unknown.';

CREATE OR REPLACE FUNCTION cancel_fair(
  fair_code text, because text, happened_at timestamptz, by_operator text, by_command text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_without_reason(because);
  PERFORM FROM programme FOR UPDATE;
  RETURN (SELECT b.batch
    FROM begin_move(by_operator, by_command, because, happened_at, (fair_of(fair_code)).fair_id) b);
END $$;
COMMENT ON FUNCTION cancel_fair IS
  'Cancels a fair, so that its code, days and stands are free again; what sold there stays sold. Returns the act''s '
  'number.';

CREATE OR REPLACE VIEW fair_line AS
SELECT f.fair_id, l.product_id, l.side, l.quantity, l.amount
FROM fair_standing f
JOIN document d ON d.location_id = ANY (f.stands)
  OR d.channel_id = f.channel_id AND d.day BETWEEN f.from_day AND f.to_day
JOIN document_line l ON l.of_sale = d.document_id
WHERE NOT d.signed;
COMMENT ON VIEW fair_line IS
  'The lines of what sold at each fair, at its stands or by its channel on its days, and of what came back of it '
  'whenever that was. Refunds are below zero.';

CREATE OR REPLACE VIEW fair_move AS
SELECT f.fair_id, m.product_id, coalesce(o.kind, m.kind) AS kind, m.quantity
FROM fair_standing f
CROSS JOIN unnest(f.stands) AS s(location_id)
JOIN stock_move m ON m.location_id = s.location_id
LEFT JOIN posting p ON p.posting_id = m.posting_id AND m.kind = 'undo'
LEFT JOIN LATERAL (
  SELECT o.kind FROM stock_move o
  WHERE o.posting_id = p.undoes AND o.location_id = m.location_id AND o.product_id = m.product_id
  LIMIT 1
) o ON true;
COMMENT ON VIEW fair_move IS
  'What moved at the stands of each fair; an undo is of the kind that it undoes. Quantities in base units.';

CREATE OR REPLACE FUNCTION fair_sheet(fair_code text) RETURNS TABLE (
  product_id bigint, sent numeric, brought_back numeric, sold numeric, otherwise numeric, left_there numeric,
  not_in_stock numeric, gross numeric, refunds numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
  it fair_standing := fair_of(fair_code);
BEGIN
  RETURN QUERY
  SELECT coalesce(m.product_id, l.product_id), coalesce(m.sent, 0), coalesce(m.brought_back, 0),
    coalesce(l.quantity, 0), coalesce(m.otherwise, 0), coalesce(m.left_there, 0),
    coalesce(l.quantity, 0) - coalesce(m.sold, 0), coalesce(l.gross, 0.00), coalesce(l.refunds, 0.00)
  FROM (
    SELECT v.product_id, sum(v.quantity) FILTER (WHERE v.kind IN ('arrive', 'receive')) AS sent,
      -sum(v.quantity) FILTER (WHERE v.kind = 'send') AS brought_back,
      -sum(v.quantity) FILTER (WHERE v.kind IN ('issue', 'cancel', 'return', 'settle')) AS sold,
      sum(v.quantity) FILTER (WHERE v.kind NOT IN ('arrive', 'receive', 'send', 'issue', 'cancel', 'return', 'settle'))
        AS otherwise,
      sum(v.quantity) AS left_there
    FROM fair_move v WHERE v.fair_id = it.fair_id
    GROUP BY v.product_id
  ) m
  FULL JOIN (
    SELECT w.product_id, sum(w.quantity) AS quantity, sum(w.amount) FILTER (WHERE w.side = 'sale') AS gross,
      -sum(w.amount) FILTER (WHERE w.side = 'refund') AS refunds
    FROM fair_line w WHERE w.fair_id = it.fair_id
    GROUP BY w.product_id
  ) l ON l.product_id = m.product_id;
END $$;
COMMENT ON FUNCTION fair_sheet IS
  'What of each product was sent to a fair''s stands, brought back, sold without what customers brought back, and '
  'moved otherwise (wasted, counted): sent - brought back - sold + otherwise + not in stock = left, which is what sold '
  'out of no stock there, less what was refunded and did not come back there. '
  'With the yuan of its sales and refunds.';

CREATE OR REPLACE VIEW fair_agreement AS
SELECT f.fair_id, a.agreement_id, a.order_no, a.day, a.buyer_id, sum(a.amount) AS amount, coalesce(
    CASE WHEN a.agreement_id IS NULL THEN (
      SELECT sum(d.amount) FROM delivered d WHERE d.order_no = a.order_no AND d.channel_id = f.channel_id)
    ELSE (SELECT sum(d.amount) FROM delivered d WHERE d.agreement_id = a.agreement_id) END, 0.00) AS delivered
FROM fair_standing f
JOIN agreement_standing a ON a.channel_id = f.channel_id AND a.day BETWEEN f.from_day AND f.to_day
GROUP BY f.fair_id, f.channel_id, a.agreement_id, a.order_no, a.day, a.buyer_id;
COMMENT ON VIEW fair_agreement IS
  'The agreements that were signed at each fair, by its channel on its days, with what they are worth and what was '
  'delivered of them, in yuan. They are no sales; what delivers them is.';

CREATE OR REPLACE FUNCTION fair_sums() RETURNS TABLE (
  code text, name text, place text, from_day date, to_day date, channel_id bigint, stands bigint[], gross numeric,
  refunds numeric, signed numeric, delivered numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT f.code, f.name, f.place, f.from_day, f.to_day, f.channel_id, f.stands, coalesce(l.gross, 0.00),
    coalesce(l.refunds, 0.00), coalesce(a.signed, 0.00), coalesce(a.delivered, 0.00)
  FROM fair_standing f
  LEFT JOIN (
    SELECT w.fair_id, sum(w.amount) FILTER (WHERE w.side = 'sale') AS gross,
      -sum(w.amount) FILTER (WHERE w.side = 'refund') AS refunds
    FROM fair_line w GROUP BY w.fair_id
  ) l ON l.fair_id = f.fair_id
  LEFT JOIN (
    SELECT g.fair_id, sum(g.amount) AS signed, sum(g.delivered) AS delivered FROM fair_agreement g GROUP BY g.fair_id
  ) a ON a.fair_id = f.fair_id;
END $$;
COMMENT ON FUNCTION fair_sums IS
  'The fairs, with the yuan that sold there and came back, and, apart, what the agreements signed there are worth and '
  'what was delivered of them.';

CREATE OR REPLACE FUNCTION fair_agreements(fair_code text) RETURNS SETOF fair_agreement
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY SELECT a.* FROM fair_agreement a WHERE a.fair_id = (fair_of(fair_code)).fair_id;
END $$;
COMMENT ON FUNCTION fair_agreements IS
  'The agreements that were signed at the fair of a code.';
