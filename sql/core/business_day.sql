CREATE OR REPLACE FUNCTION business_day(instant timestamptz, zone text, day_start interval) RETURNS date
LANGUAGE sql IMMUTABLE
RETURN ((instant AT TIME ZONE zone) - day_start)::date;
COMMENT ON FUNCTION business_day IS
  'The business day of an instant: the one place where a time becomes a day. Zone and day start are parameters, so '
  'that the function can be inlined and runs on any node.';

CREATE OR REPLACE FUNCTION month_of(day date) RETURNS date
LANGUAGE sql IMMUTABLE
RETURN date_trunc('month', day::timestamp)::date;
COMMENT ON FUNCTION month_of IS
  'The first day of the month of a day.';
