-- The one posting path: staged lines become documents, lines, stock moves and daily sums, as a set.
-- One text, made into a function for each kind of staging: post_order takes a till's lines as an array,
-- post_import those that an import has staged in its table under the batch.
-- `happened` is true for sales that have taken place already: they post even where stock is short,
-- and the missing part becomes a named shortage. Otherwise a shortage refuses the whole posting.
-- Stock and daily rows are touched last and in key order, the most contended ones at the very end.
-- A till's statements are planned once a session: to the planner a plan for the three elements of an array looks cheaper
-- than one for any number of them, so that it would make a new one for each sale, which costs more than to run it.
-- Goods leave at the moving average of their location, split over the moves by rounded cuts so that they add up.
DO $make$
DECLARE
  made text[];
  text_of_post text := $post$
CREATE OR REPLACE FUNCTION {function} RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT {settings}AS $function$
DECLARE
  short      record;
  places     bigint[];
  products   bigint[];
  outs       numeric[];
  costs      numeric[];
  lotted     boolean[];
  lot_ids    bigint[];
  same_documents bigint[];
  same_lines     integer[];
  comes_back boolean;
  goes_out   boolean;
  is_there   boolean;
  is_enough  boolean;
  by_lot     boolean;
  first_day  date;
  is_one_day boolean;
  on_day     date;
BEGIN
  INSERT INTO document (document_id, book_month, day, at, kind, side, channel_id, location_id, buyer_id,
    posting_id, file_id, of_document, order_no, total, freight, receivable)
  SELECT s.document_id, s.book_month, s.day, s.at, s.kind, s.side, s.channel_id, s.location_id, s.buyer_id,
    batch, s.file_id, s.of_document, s.order_no, s.total, s.freights, s.receivable
  FROM {stage} s
  WHERE s.posting_id = batch AND s.line_no = 1;

  INSERT INTO line (document_id, line_no, book_month, day, side, channel_id, product_id, supplier_id,
    quantity, amount, discount, freight, verdict, rule, claim_id, part, of_document, of_line, reverses, estimated,
    entered_unit, entered_quantity)
  SELECT s.document_id, s.line_no, s.book_month, s.day, s.side, s.channel_id, s.product_id, s.supplier_id,
    s.quantity, s.amount, s.discount, s.freight, s.verdict, s.rule, s.claim_id, s.part, s.of_document, s.of_line,
    s.reverses, s.estimated, s.entered_unit, s.entered_quantity
  FROM {stage} s
  WHERE s.posting_id = batch;

  SELECT array_agg(a.location_id), array_agg(a.product_id), array_agg(a.out), min(a.first_day), min(a.first_day) = max(a.last_day),
    bool_or(a.comes_back), bool_or(a.out > 0),
    bool_and(EXISTS (SELECT FROM stock_on_hand o WHERE o.location_id = a.location_id AND o.product_id = a.product_id))
  INTO places, products, outs, first_day, is_one_day, comes_back, goes_out, is_there
  FROM (
    SELECT s.location_id, s.product_id, coalesce(sum(s.quantity) FILTER (WHERE NOT s.reverses AND s.side = 'sale'), 0) AS out,
      min(s.day) AS first_day, max(s.day) AS last_day, bool_or(s.back <> 0 OR s.reverses) AS comes_back
    FROM {stage} s
    WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL AND (s.side = 'sale' OR s.back <> 0)
    GROUP BY s.location_id, s.product_id
  ) a;

  -- The rows of stock_on_hand are locked in a statement of its own, in key order, and read as they are then: only what
  -- begins later is sure to see the lots beside them as they are. It is a small one, for it is begun anew whenever
  -- somebody else has changed a row meanwhile. Where one of them is still to be made none is locked here: rows are made
  -- before any is locked.
  IF is_there THEN
    SELECT array_agg(k.cost ORDER BY k.n), array_agg(k.lots ORDER BY k.n), bool_and(k.quantity >= k.out), bool_or(k.lots)
    INTO costs, lotted, is_enough, by_lot
    FROM (
      SELECT a.n, a.out, h.quantity, h.lots,
        CASE WHEN a.out = h.quantity THEN h.value ELSE round(h.value * a.out / nullif(h.quantity, 0), 2) END AS cost
      FROM stock_on_hand h
      JOIN unnest(places, products, outs) WITH ORDINALITY AS a(location_id, product_id, out, n)
        ON a.location_id = h.location_id AND a.product_id = h.product_id
      ORDER BY h.location_id, h.product_id
      FOR UPDATE OF h
    ) k;
  ELSIF NOT is_there THEN
    PERFORM lock_stock(places, products);
  END IF;

  -- Goods that come back, to the lots they came from and at the cost they left.
  IF comes_back THEN
    WITH moving AS MATERIALIZED (  -- what a reversal brings back is read under the lock: a receipt may have settled some
      SELECT s.document_id, s.line_no, s.day, s.location_id, s.product_id, s.claim_id, s.of_document, s.of_line, s.reverses, s.quantity,
        CASE WHEN s.reverses AND s.side = 'sale' THEN coalesce(
          (SELECT -sum(v.quantity) FROM stock_move v WHERE v.document_id = s.of_document AND v.line_no = s.of_line), 0)
          ELSE s.back END AS back, s.reverses AND s.side = 'sale' AS undone
      FROM {stage} s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL
        AND (s.back <> 0 OR s.reverses)
    ), origin AS (  -- what is still out of the lines that come back
      SELECT m.document_id, m.line_no, m.day, m.location_id, m.product_id, m.claim_id, m.reverses, m.back, m.undone,
        o.lot_id, l.expires, -sum(o.quantity) AS quantity, -sum(o.value) AS value
      FROM moving m
      CROSS JOIN LATERAL (
        SELECT v.lot_id, v.quantity, v.value FROM stock_move v
        WHERE v.document_id = m.of_document AND v.line_no = m.of_line
        UNION ALL
        SELECT v.lot_id, v.quantity, v.value
        FROM line b JOIN stock_move v ON v.document_id = b.document_id AND v.line_no = b.line_no
        WHERE b.of_document = m.of_document AND b.of_line = m.of_line AND b.document_id <> m.document_id
      ) o
      LEFT JOIN lot l ON l.lot_id = o.lot_id
      WHERE m.back > 0
      GROUP BY m.document_id, m.line_no, m.day, m.location_id, m.product_id, m.claim_id, m.reverses, m.back, m.undone,
        o.lot_id, l.expires
      HAVING sum(o.quantity) < 0
    ), taken AS MATERIALIZED (  -- the lots that keep longest come back first
      SELECT r.*, h.lots
      FROM (
        SELECT o.*, least(o.back, sum(o.quantity) OVER keep) - least(o.back, sum(o.quantity) OVER keep - o.quantity) AS take
        FROM origin o
        WINDOW keep AS (PARTITION BY o.document_id, o.line_no ORDER BY o.expires DESC NULLS FIRST, o.lot_id DESC)
      ) r
      JOIN stock_on_hand h ON h.location_id = r.location_id AND h.product_id = r.product_id
      WHERE r.take > 0
    ), allowed AS MATERIALIZED (  -- of a platform's order that some came back of (goods_back): what is still out, or sold anew
      SELECT k.platform, k.order_no, k.product_id, greatest(0, coalesce(-sum(v.quantity), 0) + coalesce((
        SELECT sum(s.quantity)
        FROM {stage} s
        JOIN claim c ON c.claim_id = s.claim_id
        WHERE s.posting_id = batch AND s.product_id = k.product_id AND s.side = 'sale' AND NOT s.reverses
          AND c.order_no = k.order_no AND c.platform = k.platform), 0)) AS quantity
      FROM (
        SELECT DISTINCT c.platform, c.order_no, t.product_id
        FROM taken t
        JOIN claim c ON c.claim_id = t.claim_id
        WHERE t.undone AND EXISTS (SELECT FROM goods_back b WHERE b.order_no = c.order_no AND b.platform = c.platform)
      ) k
      CROSS JOIN LATERAL order_moves(k.platform, k.order_no) v
      WHERE v.product_id = k.product_id
      GROUP BY k.platform, k.order_no, k.product_id
    ), made AS MATERIALIZED (  -- the lot of goods that left before the product was kept by lot
      SELECT t.product_id, built_lot(t.product_id, batch, max(t.day)) AS lot_id
      FROM taken t WHERE t.lots AND t.lot_id IS NULL GROUP BY t.product_id
    ), returned AS MATERIALIZED (
      SELECT r.document_id, r.line_no, r.location_id, r.product_id, r.reverses,
        CASE WHEN r.lots THEN coalesce(r.lot_id, d.lot_id) END AS lot_id, r.back_now AS quantity,
        CASE WHEN r.back_now = r.quantity THEN r.value ELSE round(r.value * r.back_now / r.quantity, 2) END AS value
      FROM (
        SELECT t.*, CASE WHEN a.order_no IS NULL THEN t.take
          ELSE least(a.quantity, sum(t.take) OVER in_order) - least(a.quantity, sum(t.take) OVER in_order - t.take) END AS back_now
        FROM taken t
        LEFT JOIN claim c ON c.claim_id = t.claim_id AND t.undone
        LEFT JOIN allowed a ON a.platform = c.platform AND a.order_no = c.order_no AND a.product_id = t.product_id
        WINDOW in_order AS (PARTITION BY a.platform, a.order_no, t.product_id ORDER BY t.document_id, t.line_no, t.lot_id)
      ) r
      LEFT JOIN made d ON d.product_id = r.product_id
      WHERE r.back_now > 0
    ), unnamed AS (  -- a sale that is undone is not short any more
      INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
      SELECT m.document_id, m.line_no, m.location_id, m.product_id, m.quantity + m.back
      FROM moving m
      WHERE m.undone AND m.quantity + m.back <> 0
    )
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id, line_no)
    SELECT batch, row_number() OVER (ORDER BY r.document_id, r.line_no, r.lot_id),
      CASE WHEN r.reverses THEN 'cancel' ELSE 'return' END, r.location_id, r.product_id, r.lot_id, r.quantity, r.value,
      r.document_id, r.line_no
    FROM returned r;

    -- A correction that leaves product, place and quantity as they were moves nothing: what comes back goes out again for
    -- the new line, of the same lots and at the same cost; what was missing stays so, and what was written off of it.
    IF goes_out THEN
      WITH same AS MATERIALIZED (
        SELECT n.document_id, n.line_no, n.location_id, n.product_id, n.quantity, r.document_id AS back_document,
          r.line_no AS back_line, r.of_document, r.of_line, b.quantity AS back
        FROM {stage} n
        JOIN {stage} r ON r.claim_id = n.claim_id AND r.part = n.part AND r.location_id = n.location_id
          AND r.product_id = n.product_id AND r.quantity = -n.quantity
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(m.quantity), 0) AS quantity
          FROM stock_move m WHERE m.document_id = r.document_id AND m.line_no = r.line_no
        ) b
        WHERE n.posting_id = batch AND n.side = 'sale' AND NOT n.reverses AND n.quantity > 0
          AND r.posting_id = batch AND r.side = 'sale' AND r.reverses
          AND b.quantity = coalesce((  -- all that left
            SELECT -sum(v.quantity) FROM stock_move v WHERE v.document_id = r.of_document AND v.line_no = r.of_line), 0)
      ), gone AS (
        INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id, line_no)
        SELECT batch, (SELECT last_move(batch)) + row_number() OVER (ORDER BY s.document_id, s.line_no, m.move_no), 'issue',
          m.location_id, m.product_id, m.lot_id, -m.quantity, -m.value, s.document_id, s.line_no
        FROM same s
        JOIN stock_move m ON m.document_id = s.back_document AND m.line_no = s.back_line
      ), missing AS (
        INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
        SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.quantity - s.back
        FROM same s WHERE s.quantity > s.back
      ), written_off AS (
        INSERT INTO shortage_settled (posting_id, document_id, line_no, quantity, written_off)
        SELECT batch, s.document_id, s.line_no, sum(d.quantity), true
        FROM same s
        JOIN shortage_cover d ON d.document_id = s.of_document AND d.line_no = s.of_line AND d.written_off
        GROUP BY s.document_id, s.line_no
      )
      SELECT array_agg(s.document_id), array_agg(s.line_no) INTO same_documents, same_lines FROM same s;
    END IF;
    PERFORM keep_stock(batch);
  END IF;

  -- Sales of which there is enough, each product of one lot at most: the first to expire.
  is_enough := is_enough AND NOT comes_back  -- else what is locked is not what is there any more
    AND (is_one_day OR NOT by_lot);
  IF goes_out AND is_enough AND by_lot THEN
    SELECT array_agg(f.lot_id ORDER BY a.n), bool_and(NOT a.lots OR coalesce(f.quantity >= a.out, a.out = 0))
    INTO lot_ids, is_enough
    FROM unnest(places, products, outs, lotted) WITH ORDINALITY AS a(location_id, product_id, out, lots, n)
    LEFT JOIN LATERAL (
      SELECT t.lot_id, t.quantity
      FROM stock_lot t
      JOIN lot l ON l.lot_id = t.lot_id
      WHERE a.lots AND t.location_id = a.location_id AND t.product_id = a.product_id AND t.quantity > 0
        AND (l.expires IS NULL OR l.expires >= first_day)
      ORDER BY l.expires NULLS LAST, l.lot_id LIMIT 1
    ) f ON true;
    IF is_enough THEN
      UPDATE stock_lot t SET quantity = t.quantity - d.out
      FROM unnest(places, products, outs, lot_ids) AS d(location_id, product_id, out, lot_id)
      WHERE t.location_id = d.location_id AND t.product_id = d.product_id AND t.lot_id = d.lot_id AND d.out > 0;
    END IF;
  END IF;
  IF goes_out AND is_enough THEN
    UPDATE stock_on_hand h SET quantity = h.quantity - d.out, value = h.value - d.cost
    FROM unnest(places, products, outs, costs) AS d(location_id, product_id, out, cost)
    WHERE h.location_id = d.location_id AND h.product_id = d.product_id AND d.out > 0;
    INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id, line_no)
    SELECT batch, {move_no}, 'issue', m.location_id, m.product_id, m.lot_id, -m.quantity,
      round(m.cost * (m.upto - m.quantity) / m.out, 2) - round(m.cost * m.upto / m.out, 2), m.document_id, m.line_no
    FROM (
      SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.quantity, d.out, d.cost, d.lot_id,
        sum(s.quantity) OVER (PARTITION BY s.location_id, s.product_id ORDER BY s.document_id, s.line_no) AS upto
      FROM {stage} s
      JOIN unnest(places, products, outs, costs, lot_ids) AS d(location_id, product_id, out, cost, lot_id)
        ON d.location_id = s.location_id AND d.product_id = s.product_id
      WHERE s.posting_id = batch AND s.side = 'sale' AND s.quantity > 0
    ) m;
  END IF;

  -- All others, of several lots, first expired, first out; what has expired, last of all and only where that is allowed.
  -- And sales of which there is too little: the missing part becomes a named shortage. Lots are taken day by day.
  IF goes_out AND is_enough IS NOT TRUE THEN
    SELECT bool_or(h.lots) INTO by_lot
    FROM stock_on_hand h
    JOIN unnest(places, products) AS a(location_id, product_id)
      ON a.location_id = h.location_id AND a.product_id = h.product_id;
    FOR on_day IN
      SELECT DISTINCT CASE WHEN by_lot THEN s.day END FROM {stage} s
      WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.side = 'sale' AND s.quantity > 0 ORDER BY 1
    LOOP
      WITH demand AS MATERIALIZED (
        SELECT s.document_id, s.line_no, s.location_id, s.product_id, s.quantity AS wanted,
          sum(s.quantity) OVER (PARTITION BY s.location_id, s.product_id ORDER BY s.document_id, s.line_no) AS upto
        FROM {stage} s
        WHERE s.posting_id = batch AND s.location_id IS NOT NULL AND s.product_id IS NOT NULL AND s.side = 'sale'
          AND NOT s.reverses AND s.quantity > 0 AND (on_day IS NULL OR s.day = on_day)
          AND (s.document_id, s.line_no) NOT IN (SELECT * FROM unnest(same_documents, same_lines))
      ), place AS MATERIALIZED (
        SELECT h.location_id, h.product_id, h.lots, h.quantity, h.value, w.asked
        FROM stock_on_hand h
        JOIN (SELECT d.location_id, d.product_id, max(d.upto) AS asked FROM demand d GROUP BY d.location_id, d.product_id) w
          ON w.location_id = h.location_id AND w.product_id = h.product_id
      ), supply AS MATERIALIZED (
        SELECT u.*, sum(u.quantity) OVER fefo AS upto
        FROM (
          SELECT p.location_id, p.product_id, NULL::bigint AS lot_id, p.quantity, NULL::date AS expires, false AS expired
          FROM place p WHERE NOT p.lots
          UNION ALL
          SELECT t.location_id, t.product_id, t.lot_id, t.quantity, l.expires, coalesce(l.expires < on_day, false)
          FROM place p
          JOIN stock_lot t ON t.location_id = p.location_id AND t.product_id = p.product_id
          JOIN lot l ON l.lot_id = t.lot_id
          WHERE p.lots AND ({expired_ok} OR l.expires IS NULL OR l.expires >= on_day)
        ) u
        WHERE u.quantity > 0
        WINDOW fefo AS (PARTITION BY u.location_id, u.product_id ORDER BY u.expired, u.expires NULLS LAST, u.lot_id)
      ), issued AS MATERIALIZED (
        SELECT d.document_id, d.line_no, d.location_id, d.product_id, s.lot_id,
          least(d.upto, s.upto) - greatest(d.upto - d.wanted, s.upto - s.quantity) AS quantity
        FROM demand d
        JOIN supply s ON s.location_id = d.location_id AND s.product_id = d.product_id
          AND d.upto - d.wanted < s.upto AND s.upto - s.quantity < d.upto
      ), moves AS MATERIALIZED (
        SELECT c.document_id, c.line_no, c.location_id, c.product_id, c.lot_id, -c.quantity AS quantity,
          round(c.cost * (c.upto - c.quantity) / c.out, 2) - round(c.cost * c.upto / c.out, 2) AS value
        FROM (
          SELECT i.*, CASE WHEN i.out = p.quantity THEN p.value ELSE round(p.value * i.out / p.quantity, 2) END AS cost
          FROM (
            SELECT i.*, sum(i.quantity) OVER (of_place ORDER BY i.document_id, i.line_no, i.lot_id) AS upto,
              sum(i.quantity) OVER of_place AS out
            FROM issued i
            WINDOW of_place AS (PARTITION BY i.location_id, i.product_id)
          ) i
          JOIN place p ON p.location_id = i.location_id AND p.product_id = i.product_id
        ) c
      ), moved AS (
        INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id, line_no)
        SELECT batch, (SELECT last_move(batch)) + row_number() OVER (ORDER BY m.document_id, m.line_no, m.lot_id), 'issue',
          m.location_id, m.product_id, m.lot_id, m.quantity, m.value, m.document_id, m.line_no
        FROM moves m
      ), kept AS (
        UPDATE stock_on_hand h SET quantity = h.quantity + d.quantity, value = h.value + d.value
        FROM (SELECT location_id, product_id, sum(quantity) AS quantity, sum(value) AS value FROM moves
              GROUP BY location_id, product_id) d
        WHERE h.location_id = d.location_id AND h.product_id = d.product_id
      ), kept_lots AS (
        UPDATE stock_lot t SET quantity = t.quantity + d.quantity
        FROM (SELECT location_id, product_id, lot_id, sum(quantity) AS quantity FROM moves
              WHERE lot_id IS NOT NULL GROUP BY location_id, product_id, lot_id) d
        WHERE t.location_id = d.location_id AND t.product_id = d.product_id AND t.lot_id = d.lot_id
      ), missing AS MATERIALIZED (
        SELECT d.document_id, d.line_no, d.location_id, d.product_id, d.wanted - coalesce(i.quantity, 0) AS quantity
        FROM demand d
        LEFT JOIN (SELECT document_id, line_no, sum(quantity) AS quantity FROM issued GROUP BY document_id, line_no) i
          ON i.document_id = d.document_id AND i.line_no = d.line_no
        WHERE i.document_id IS NULL OR i.quantity < d.wanted
      ), named AS (
        INSERT INTO shortage (document_id, line_no, location_id, product_id, quantity)
        SELECT * FROM missing
      )
      -- What is not there comes first: only where there is enough is anybody asked about what has expired.
      SELECT min(n.location_id) AS place, array_agg(n.product_id ORDER BY n.enough, n.line_no) AS products,
        array_agg(n.asked ORDER BY n.enough, n.line_no) AS asked, array_agg(n.quantity ORDER BY n.enough, n.line_no) AS on_hand,
        array_agg(n.usable ORDER BY n.enough, n.line_no) AS usable
      INTO short
      FROM (
        SELECT p.location_id, p.product_id, p.asked, p.quantity, p.quantity >= p.asked AS enough, coalesce(s.quantity, 0) AS usable,
          (SELECT min(m.line_no) FROM missing m WHERE m.location_id = p.location_id AND m.product_id = p.product_id) AS line_no
        FROM place p
        LEFT JOIN (SELECT location_id, product_id, sum(quantity) AS quantity FROM supply GROUP BY location_id, product_id) s
          ON s.location_id = p.location_id AND s.product_id = p.product_id
        WHERE NOT happened AND p.asked > coalesce(s.quantity, 0)
      ) n;
      IF short.products IS NOT NULL THEN
        PERFORM refuse_short(short.place, short.products, short.asked, short.on_hand, short.usable);
      END IF;
    END LOOP;
  END IF;
  IF comes_back THEN  -- what has come back covers what earlier sales are short of
    PERFORM settle_shortages(batch, c.place, c.products, first_day)
    FROM (SELECT u.place, array_agg(u.product) AS products FROM unnest(places, products) AS u(place, product)
          GROUP BY u.place ORDER BY u.place) c;
  END IF;

  INSERT INTO daily_sales AS d (book_month, day, channel_id, product_id, supplier_id, verdict,
    gross, refunds, quantity, lines)
  SELECT s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict,
    coalesce(sum(s.amount) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.amount) FILTER (WHERE s.side = 'refund'), 0), sum(s.quantity), count(*)
  FROM {stage} s
  WHERE s.posting_id = batch
  GROUP BY s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict
  ORDER BY s.book_month, s.day, s.channel_id, coalesce(s.product_id, 0), coalesce(s.supplier_id, 0), s.verdict
  ON CONFLICT (book_month, day, channel_id, product_id, supplier_id, verdict) DO UPDATE
  SET gross = d.gross + excluded.gross, refunds = d.refunds + excluded.refunds,
    quantity = d.quantity + excluded.quantity, lines = d.lines + excluded.lines;

  INSERT INTO daily_document AS d (book_month, day, channel_id, gross, refunds, documents)
  SELECT s.book_month, s.day, s.channel_id,
    coalesce(sum(s.total) FILTER (WHERE s.side = 'sale'), 0),
    coalesce(-sum(s.total) FILTER (WHERE s.side = 'refund'), 0), count(*)
  FROM {stage} s
  WHERE s.posting_id = batch AND s.line_no = 1
  GROUP BY s.book_month, s.day, s.channel_id
  ORDER BY s.book_month, s.day, s.channel_id
  ON CONFLICT (book_month, day, channel_id) DO UPDATE
  SET gross = d.gross + excluded.gross, refunds = d.refunds + excluded.refunds,
    documents = d.documents + excluded.documents;
END $function$;
$post$;
BEGIN
  FOREACH made SLICE 1 IN ARRAY ARRAY[
    ['post_order(batch bigint, happened boolean, staged order_stage[], expired_ok boolean DEFAULT false)',
      'unnest(staged)', 'm.line_no', 'expired_ok', 'SET plan_cache_mode = force_generic_plan '],
    ['post_import(batch bigint, happened boolean)', 'import_line_stage',
      'row_number() OVER (ORDER BY m.document_id, m.line_no)', 'true', '']] LOOP
    EXECUTE replace(replace(replace(replace(replace(text_of_post,
      '{settings}', made[5]), '{expired_ok}', made[4]), '{function}', made[1]), '{stage}', made[2]), '{move_no}', made[3]);
  END LOOP;
END $make$;
