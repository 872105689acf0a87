CREATE OR REPLACE FUNCTION location_of(location_code text) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  of_location bigint;
BEGIN
  SELECT l.location_id INTO of_location FROM location l
  WHERE CASE WHEN location_code IS NULL THEN l.is_default ELSE l.code = location_code END;
  IF of_location IS NULL THEN
    PERFORM refuse('location_unknown', jsonb_build_object('code', coalesce(location_code, '')));
  END IF;
  RETURN of_location;
END $$;
COMMENT ON FUNCTION location_of IS
  'The location of a code, or the default one; refused where there is none. Raises location_unknown.';
