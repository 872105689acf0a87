CREATE OR REPLACE FUNCTION import_listings(batch_no bigint, channel bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  mapped record;
BEGIN
  INSERT INTO listing (channel_id, code, name, spec, barcode)
  SELECT channel, s.listing, min(s.item_name), min(s.item_spec), coalesce(min(s.barcode), '')
  FROM import_stage s
  WHERE s.batch = batch_no
    AND NOT EXISTS (SELECT FROM listing l WHERE l.channel_id = channel AND l.code = s.listing)
  GROUP BY s.listing ORDER BY s.listing
  ON CONFLICT (channel_id, code) DO NOTHING;

  SELECT array_agg(l.listing_id) AS listings, array_agg(p.product_id) AS products INTO mapped
  FROM listing l
  JOIN product p ON p.sku = l.code
  WHERE l.channel_id = channel
    AND NOT EXISTS (SELECT FROM listing_part q WHERE q.listing_id = l.listing_id);
  IF mapped.listings IS NOT NULL THEN
    INSERT INTO import_affected (batch, claim_id, fresh, merged)  -- what waits for them, before they are mapped
    SELECT batch_no, w.claim_id, false, true FROM listing_waiting w WHERE w.listing_id = ANY (mapped.listings);
    INSERT INTO listing_part (listing_id, part_no, product_id, quantity)
    SELECT m.listing_id, 1, m.product_id, 1 FROM unnest(mapped.listings, mapped.products) AS m(listing_id, product_id);
  END IF;
END $$;
COMMENT ON FUNCTION import_listings IS
  'Records listings seen for the first time, and maps those whose code is a sku.';

CREATE OR REPLACE FUNCTION map_listing(
  channel_code text, listing_code text, skus text[], asked numeric[], units text[], shares numeric[], by_operator text,
  by_command text, OUT claims bigint, OUT posted_gross numeric, OUT posted_refunds numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  channel  record;
  unknown  text;
  broken   record;
  pieces   numeric[];
  batch_no bigint;
  mapped   bigint;
BEGIN
  SELECT c.channel_id, coalesce(c.platform, '') AS platform INTO channel FROM channel c WHERE c.code = channel_code;
  SELECT min(s.sku) INTO unknown
  FROM unnest(skus) AS s(sku) WHERE NOT EXISTS (SELECT FROM product p WHERE p.sku = s.sku);
  SELECT b.quantities INTO pieces FROM in_base_units(skus, asked, units) b;
  SELECT s.sku, p.name, p.unit, s.quantity INTO broken
  FROM unnest(skus, pieces) AS s(sku, quantity)
  JOIN product p ON p.sku = s.sku
  JOIN unit u ON u.code = p.unit
  WHERE u.whole AND s.quantity <> trunc(s.quantity) LIMIT 1;
  IF channel.channel_id IS NULL THEN
    PERFORM refuse('channel_unknown', jsonb_build_object('code', channel_code));
  ELSIF trimmed(listing_code) = '' AND NOT EXISTS (
    SELECT FROM listing l WHERE l.channel_id = channel.channel_id AND l.code = listing_code) THEN
    PERFORM refuse('listing_blank', '{}');
  ELSIF unknown IS NOT NULL THEN
    PERFORM refuse('product_unknown', jsonb_build_object('code', unknown));
  ELSIF broken.sku IS NOT NULL THEN
    PERFORM refuse('quantity_not_whole', jsonb_build_object('code', broken.sku, 'name', broken.name,
      'unit', broken.unit, 'quantity', trim_scale(broken.quantity)::text));
  END IF;
  PERFORM lock_platform(channel.platform);
  batch_no := nextval('posting_number');
  INSERT INTO listing (channel_id, code) VALUES (channel.channel_id, listing_code)
  ON CONFLICT (channel_id, code) DO NOTHING;
  SELECT l.listing_id INTO mapped FROM listing l
  WHERE l.channel_id = channel.channel_id AND l.code = listing_code FOR UPDATE;
  DELETE FROM listing_part q WHERE q.listing_id = mapped;
  INSERT INTO listing_part (listing_id, part_no, product_id, quantity, share_before, share, share_total)
  SELECT mapped, w.n, w.product_id, w.quantity, w.upto - w.share, w.share, w.whole
  FROM (
    SELECT v.*, sum(v.share) OVER (ORDER BY v.n) AS upto, sum(v.share) OVER () AS whole
    FROM (
      SELECT s.n, p.product_id, s.quantity,
        CASE WHEN cardinality(skus) = 1 THEN 1
          WHEN shares IS NOT NULL THEN s.share
          WHEN (SELECT sum(r.price) FROM product r WHERE r.sku = ANY (skus)) = 0 THEN 1
          ELSE round(p.price * s.quantity, 2) END AS share
      FROM unnest(skus, pieces, shares) WITH ORDINALITY AS s(sku, quantity, share, n)
      JOIN product p ON p.sku = s.sku
    ) v
  ) w;
  INSERT INTO import_affected (batch, claim_id, fresh, merged)
  SELECT batch_no, c.claim_id, false, true
  FROM claim c
  JOIN claim_snapshot v ON v.snapshot_id = c.value_id AND v.listing_id = mapped
  WHERE c.channel_id = channel.channel_id;
  GET DIAGNOSTICS claims = ROW_COUNT;
  PERFORM plan_for_bulk(claims);
  SELECT * INTO posted_gross, posted_refunds FROM reconcile_claims(batch_no, by_operator, by_command);
  PERFORM clear_import_stage(batch_no);
END $$;
COMMENT ON FUNCTION map_listing IS
  'Maps a listing to the products inside one piece of it, and posts what waited for it as correction pairs; returns '
  'how many claims did. `shares` say how the price splits over the products; null for by catalogue price. Raises '
  'channel_unknown, listing_blank, product_unknown, quantity_not_whole.';
