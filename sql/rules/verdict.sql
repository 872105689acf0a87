-- The verdict of a line: the one place where it is decided, simple enough to be inlined.

CREATE OR REPLACE VIEW rule_period AS
SELECT r.rule_set_id, r.posting_id, r.from_day,
  coalesce(lead(r.from_day) OVER (ORDER BY r.from_day) - 1, '2099-12-31') AS to_day,
  r.recognition, r.origins, r.certificates, r.provinces, r.supermarket, r.subsidies, r.tourism
FROM (
  SELECT DISTINCT ON (s.from_day) s.*
  FROM rule_set s
  WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = s.posting_id)
  ORDER BY s.from_day, s.rule_set_id DESC
) r;
COMMENT ON VIEW rule_period IS
  'The rule sets that hold, each from its day until the next begins. One that was undone holds on no day.';

-- One row, so that whoever looks up the rules of many days joins nothing, and the planner expects as many rows as
-- before. `holds` is for an equality with what is always true: a join without one is a nested loop, which checks
-- forbid.
CREATE OR REPLACE VIEW rule_calendar AS
SELECT array_agg(r ORDER BY r.from_day) AS sets, array_agg(r.from_day ORDER BY r.from_day) AS days,
  (SELECT g.timezone FROM programme g) AS timezone, (SELECT g.day_start FROM programme g) AS day_start, true AS holds,
  coalesce(bool_or(r.subsidies = 'out' OR r.supermarket <> 'till'), false) AS cuts
FROM rule_period r;
COMMENT ON VIEW rule_calendar IS
  'All rule sets that hold, and their first days, as two arrays (see rules_on), and by what an instant has its day; '
  'whether any cuts amounts, so that not all of one counts.';

CREATE OR REPLACE FUNCTION is_cut(cuts boolean, goods numeric, cash numeric, kind text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN cuts AND (cash < goods OR kind = 'supermarket');
COMMENT ON FUNCTION is_cut IS
  'Whether not all of an amount may count by a calendar''s rules: few are, so that it is asked first.';

CREATE OR REPLACE FUNCTION rules_on(day date, sets rule_period[], days date[]) RETURNS rule_period
LANGUAGE sql IMMUTABLE
RETURN sets[width_bucket(day, days)];
COMMENT ON FUNCTION rules_on IS
  'The rule set that holds on a day, of a calendar.';

CREATE OR REPLACE VIEW rule_day AS
SELECT d.day, ROW(d.rule_set_id, d.posting_id, d.from_day, d.to_day, d.recognition, d.origins, d.certificates,
  d.provinces, d.supermarket, d.subsidies, d.tourism)::rule_period AS rules
FROM (
  SELECT DISTINCT ON (d.day) d.*  -- each day once, as the planner is to know
  FROM (
    SELECT p.*, p.from_day + generate_series(0, least(p.to_day, (
        SELECT (max(b.month) + interval '1 month')::date FROM book_month b)) - p.from_day) AS day
    FROM rule_period p
  ) d
) d;
COMMENT ON VIEW rule_day IS
  'The rule set that holds on each day, for whoever joins many lines by it; no line is of a day after its month.';

CREATE OR REPLACE FUNCTION rule_of(
  pending_reason text, origin text, certificate_id bigint, province text, kind text, level integer,
  rules rule_period) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN pending_reason IS NOT NULL THEN pending_reason
  WHEN origin IS NULL THEN 'listing_unknown'
  WHEN kind = 'tourism' AND (rules).tourism = 'out' THEN 'tourism'
  WHEN origin <> ALL ((rules).origins) THEN 'origin'
  WHEN (rules).certificates = 'required' AND certificate_id IS NULL THEN 'certificate'
  WHEN province <> ALL ((rules).provinces) THEN 'province'
  WHEN (rules).provinces IS NOT NULL AND province IS NULL THEN 'province_unknown'
  WHEN level = 2 THEN CASE WHEN (rules).supermarket = 'paid' THEN 'unpaid' ELSE 'unsettled' END
  WHEN level = 1 THEN CASE WHEN kind = 'supermarket' THEN 'withheld' ELSE 'subsidy' END
  ELSE 'eligible' END;
COMMENT ON FUNCTION rule_of IS
  'Why a line of a known or unknown product (origin null) is counted or not, by the rule set of its day; reasons to '
  'wait come first. `level` says which part of an amount it has (level_of).';

CREATE OR REPLACE FUNCTION verdict_of(rule text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN rule = 'eligible' THEN 'counted'
  WHEN rule IN ('origin', 'tourism', 'certificate', 'province', 'subsidy', 'withheld', 'signed_agreement')
    THEN 'excluded'
  WHEN rule = 'duplicate' THEN 'duplicate'
  ELSE 'pending' END;
COMMENT ON FUNCTION verdict_of IS
  'The verdict that a rule leads to. Signed agreements are lines only where programs posted them that took them for '
  'sales.';

CREATE OR REPLACE FUNCTION fact_of(rule text, origin text, province text, kind text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN rule IN ('eligible', 'origin', 'certificate', 'subsidy') THEN origin
  WHEN rule = 'province' THEN province
  WHEN rule IN ('tourism', 'withheld', 'unsettled', 'unpaid') THEN kind END;
COMMENT ON FUNCTION fact_of IS
  'What a rule looked at, to be kept with the line: it may be another one tomorrow.';

CREATE OR REPLACE FUNCTION pending_rule_of(refund text, product bigint, quantity numeric) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN refund = 'amount_unknown' THEN 'refund_amount_unknown'
  WHEN refund = 'status_unknown' THEN 'status_unknown'
  WHEN refund = 'time_unknown' THEN 'time_unknown'
  WHEN product IS NULL THEN 'listing_unknown'
  WHEN quantity IS NULL THEN 'quantity_unknown' END;
COMMENT ON FUNCTION pending_rule_of IS
  'Why a claim''s sale must wait, if it must: its refund or its time is not reported, its listing or quantity not '
  'known.';

CREATE OR REPLACE FUNCTION waits_for_claim(rule text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN rule IN ('refund_amount_unknown', 'status_unknown', 'time_unknown', 'listing_unknown', 'quantity_unknown');
COMMENT ON FUNCTION waits_for_claim IS
  'Whether a rule says that a line waits for what pending_rule_of looks at, and not for a fact that a rule set asks '
  'for.';

CREATE OR REPLACE FUNCTION way_of(channel_kind text, platform text, buyer_kind text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN buyer_kind IS NOT NULL AND buyer_kind <> 'supermarket' OR channel_kind = 'canteen'
    OR platform = 'fupin832' THEN 'direct'
  ELSE 'help' END;
COMMENT ON FUNCTION way_of IS
  'Whether an organisation bought for itself (直接采购: direct) or goods were sold on for the county (帮助销售: '
  'help).';

CREATE OR REPLACE FUNCTION province_of(typed text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  IF typed IS NULL THEN
    RETURN NULL;
  END IF;
  RETURN (SELECT p.name FROM province p WHERE typed LIKE p.name || '%');
END $$;
COMMENT ON FUNCTION province_of IS
  'The province that a text begins with, by its short name: 山东 of 山东省聊城市; null where it names none.';

CREATE OR REPLACE FUNCTION sold_to(destination text, buyer_province text, channel_province text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN nullif(coalesce(destination, buyer_province, channel_province), '');
COMMENT ON FUNCTION sold_to IS
  'The province that a sale is judged by: where its file says that the goods go, else that of its buyer, else that of '
  'its channel. A file that says a place that is no province (empty) leaves it unknown, whatever the channel is for.';

CREATE OR REPLACE FUNCTION part_of_level(part integer, level integer) RETURNS smallint
LANGUAGE sql IMMUTABLE
RETURN (part + 1000 * level)::smallint;
COMMENT ON FUNCTION part_of_level IS
  'The number of a line of a claim''s part, by what it has of the amount: at level 0 the goods and what may count, at '
  'level 1 what is not to count (a subsidy, what a supermarket withholds), at level 2 what waits (to be settled, to be '
  'paid).';

CREATE OR REPLACE FUNCTION level_of(part integer) RETURNS integer
LANGUAGE sql IMMUTABLE
RETURN coalesce(part / 1000, 0);
COMMENT ON FUNCTION level_of IS
  'What the line of a part has of its amount: see part_of_level. A line that somebody entered has it all.';

CREATE OR REPLACE FUNCTION subsidised(goods numeric, cash numeric, subsidies text) RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN subsidies = 'out' AND cash < goods THEN goods - cash ELSE 0 END;
COMMENT ON FUNCTION subsidised IS
  'The yuan of goods that somebody else paid for the buyer, where they are not to count.';

CREATE OR REPLACE FUNCTION waits_for_supermarket(kind text, supermarket text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN kind = 'supermarket' AND supermarket <> 'till';
COMMENT ON FUNCTION waits_for_supermarket IS
  'Whether what a sheet reports of a channel of a kind counts only when it is settled or paid, by the rule set.';

CREATE OR REPLACE FUNCTION counted_of(
  goods numeric, cash numeric, kind text, subsidies text, supermarket text, settled numeric, paid numeric)
RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN waits_for_supermarket(kind, supermarket)
  THEN coalesce(CASE WHEN supermarket = 'paid' THEN paid ELSE settled END, 0)
  ELSE goods - subsidised(goods, cash, subsidies) END;
COMMENT ON FUNCTION counted_of IS
  'The yuan of a claim''s goods at level 0: all but a subsidy that is not to count; of a supermarket''s what was '
  'settled or paid, where its rule set says so (nothing where neither is known: null).';

CREATE OR REPLACE FUNCTION waiting_of(goods numeric, kind text, supermarket text, due numeric, paid numeric)
RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN NOT waits_for_supermarket(kind, supermarket) THEN 0 WHEN due IS NULL THEN goods
  WHEN supermarket = 'paid' THEN due - paid ELSE 0 END;
COMMENT ON FUNCTION waiting_of IS
  'The yuan of a claim''s goods at level 2: what a supermarket has not settled, or is still to pay.';

CREATE OR REPLACE FUNCTION level_before(level integer, counted numeric, waiting numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN level = 0 THEN 0 WHEN level = 2 THEN counted ELSE counted + waiting END;
COMMENT ON FUNCTION level_before IS
  'The yuan of a claim''s goods that lines of other levels have before this one: what counts comes first, then what '
  'waits, then what is not to count.';

CREATE OR REPLACE FUNCTION level_after(level integer, goods numeric, counted numeric, waiting numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN level = 0 THEN counted WHEN level = 2 THEN counted + waiting ELSE goods END;
COMMENT ON FUNCTION level_after IS
  'The same, with the line of this level: what it has is between the two, and the levels make the goods value.';
