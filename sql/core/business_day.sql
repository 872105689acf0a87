CREATE OR REPLACE FUNCTION day_of(local timestamp, day_start interval) RETURNS date
LANGUAGE sql IMMUTABLE
RETURN (local - day_start)::date;
COMMENT ON FUNCTION day_of IS
  'The business day of a local time: the one place where a time becomes a day.';

CREATE OR REPLACE FUNCTION business_day(instant timestamptz, zone text, day_start interval) RETURNS date
LANGUAGE sql IMMUTABLE
RETURN day_of(instant AT TIME ZONE zone, day_start);
COMMENT ON FUNCTION business_day IS
  'The business day of an instant (day_of). Zone and day start are parameters, so that the function can be inlined '
  'and runs on any node.';

CREATE OR REPLACE FUNCTION month_of(day date) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN date_trunc('month', day::timestamp)::date;
COMMENT ON FUNCTION month_of IS
  'The first day of the month of a day.';
