import Foundation
import Postgres
import TestSupport
import Testing

/// Changes one value after another as the owner, with triggers off, and asks every check whether it finds the change.
struct Sweep {
  /// What became of the changes of one column: what of them was tried, what was found by nothing, which checks found some.
  struct Cell: Equatable {
    let table: String, column: String
    let tried: Int, missed: Int
    let finders: [String]
  }

  /// The text of each check, by name.
  static func checks() throws -> [String: String] {
    let folder = Repository.path + "/sql/checks"
    return try Dictionary(
      uniqueKeysWithValues: FileManager.default.contentsOfDirectory(atPath: folder).map {
        (
          $0.replacing(".sql", with: ""),
          try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)
        )
      })
  }

  /// Asks one check whether it finds what a statement has changed.
  static func finds(_ check: String, after statement: String, _ sql: Connection) throws -> Bool {
    try sql.run(script: statement)
    let text = try #require(checks()[check])
    return try sql.execute(Query(unsafeSQL: "SELECT EXISTS (\(text))")).single().decode(Bool.self)
  }

  /// The queries that a check joins by UNION ALL, each by itself.
  static func parts(of check: String) throws -> [String] {
    let text = try #require(checks()[check])
    var parts = text.components(separatedBy: "\nUNION ALL")
    if let with = parts[0].firstMatch(of: /(?s)\nWITH .*?\n\)\n(?=SELECT)/) {
      parts = [parts[0]] + parts.dropFirst().map { with.output + $0 }
    }
    return parts
  }

  private let sql: Connection

  /// Makes the checks into functions of the session, whose plans are kept.
  init(_ sql: Connection) throws {
    self.sql = sql
    try sql.run(
      script: """
        SET LOCAL enable_nestloop = off;
        SET LOCAL plan_cache_mode = force_generic_plan;
        SET LOCAL jit = off;
        CREATE TEMP TABLE checks (name text);
        """)
    for (name, text) in try Self.checks() where name != "staging_is_empty" {
      try sql.run(
        script: """
          INSERT INTO checks VALUES ('\(name)');
          CREATE FUNCTION pg_temp.\(name)() RETURNS boolean LANGUAGE plpgsql AS $f$
            BEGIN RETURN EXISTS (\(text)); END $f$;
          """)
    }
    try sql.run(script: Self.functions)
  }

  /// Changes every value of every table of facts, in its first rows.
  func all(rows: Int) throws -> [Cell] {
    try sql.execute(
      """
      SELECT s.of_table, s.of_column, count(*), count(*) FILTER (WHERE s.finder = ''),
        coalesce(array_agg(DISTINCT s.finder) FILTER (WHERE s.finder <> ''), '{}')
      FROM (SELECT of_table FROM sealed_table() UNION ALL SELECT 'person') t
      CROSS JOIN LATERAL pg_temp.sweep(t.of_table, \(rows)) s
      WHERE s.finder <> 'refused'
      GROUP BY s.of_table, s.of_column ORDER BY s.of_table, s.of_column
      """
    ).map {
      let (table, column, tried, missed, finders) = try $0.decode(
        (String, String, Int, Int, [String]).self)
      return Cell(table: table, column: column, tried: tried, missed: missed, finders: finders)
    }
  }

  /// Whether there is a row in which a change of a column is found by nothing.
  func misses(_ column: String, of table: String) throws -> Bool {
    try sql.execute(
      "SELECT coalesce(bool_or(s.finder = ''), false) FROM pg_temp.sweep(\(table), 1000, \(column)) s"
    ).single().decode(Bool.self)
  }

  private static let functions = """
    -- Answers the check that finds a statement's change, '' where none does, 'refused' where a constraint is before it.
    CREATE FUNCTION pg_temp.finder_of(statement text) RETURNS text LANGUAGE plpgsql AS $$
    DECLARE
      known   text;
      is_seen boolean;
      changed bigint;
    BEGIN
      EXECUTE statement;
      GET DIAGNOSTICS changed = ROW_COUNT;
      IF changed = 0 THEN
        RETURN 'refused';
      END IF;
      -- Roles are the server's: other tests change them meanwhile.
      FOR known IN
        SELECT c.name FROM checks c WHERE c.name <> 'persons_have_roles' OR statement ~ 'person' ORDER BY c.name
      LOOP
        EXECUTE format('SELECT pg_temp.%I()', known) INTO is_seen;
        EXIT WHEN is_seen;
      END LOOP;
      RAISE EXCEPTION USING ERRCODE = 'BF999', MESSAGE = CASE WHEN is_seen THEN known ELSE '-' END;
    EXCEPTION WHEN SQLSTATE 'BF999' THEN
      RETURN CASE SQLERRM WHEN '-' THEN '' ELSE SQLERRM END;
    WHEN integrity_constraint_violation OR data_exception OR generated_always THEN
      RETURN 'refused';
    END $$;

    -- The values that a column is given instead of its own.
    CREATE FUNCTION pg_temp.others(part text, col text, typ text) RETURNS text[] LANGUAGE sql AS $$
      SELECT CASE
        WHEN typ LIKE 'numeric%' THEN ARRAY[format('coalesce(%1$I, 0) + 1', col), format('coalesce(%1$I, 0) - 1', col)]
        WHEN typ IN ('bigint', 'integer', 'smallint') THEN ARRAY[format('coalesce(%1$I, 0) + 1', col),
          format('(SELECT max(o.%1$I) FROM %2$s o WHERE o.%1$I <> %2$s.%1$I)', col, part)]
        WHEN typ = 'boolean' THEN ARRAY[format('NOT %1$I', col)]
        WHEN typ = 'date' THEN ARRAY[format('coalesce(%1$I, current_date) - 1', col)]
        WHEN typ LIKE 'timestamp%' THEN ARRAY[format('coalesce(%1$I, now()) - interval ''1 day''', col)]
        WHEN typ = 'bytea' THEN ARRAY[format('%1$I || ''\\x00''::bytea', col)]
        WHEN typ = 'uuid' THEN ARRAY['gen_random_uuid()']
        WHEN typ = 'text[]' THEN ARRAY[format('array_append(%1$I, ''clerk'')', col),
          format('array_append(%1$I, ''x'')', col), '''{}''']
        WHEN typ = 'integer[]' THEN ARRAY[format('array_append(%1$I, 7)', col), '''{}''']
        WHEN typ = 'jsonb' THEN ARRAY[format('%1$I || ''{"x": 1}''', col)]
        ELSE ARRAY[format('coalesce(%1$I, '''') || ''x''', col), 'repeat(''0'', 64)',
            format('(SELECT max(o.%1$I) FROM %2$s o WHERE o.%1$I <> %2$s.%1$I)', col, part)]
          || ARRAY(SELECT DISTINCT quote_literal(m[1])
            FROM pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), '''(\\w+)''::text', 'g') m
            WHERE k.conrelid = part::regclass AND pg_get_constraintdef(k.oid) LIKE '%' || col || '%') END
        || ARRAY['NULL']
    $$;

    CREATE FUNCTION pg_temp.sweep(name text, rows integer, chosen text DEFAULT NULL)
    RETURNS TABLE (of_table text, of_column text, finder text) LANGUAGE plpgsql AS $$
    DECLARE
      c record;
      r record;
      v text;
    BEGIN
      FOR c IN
        SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS typ
        FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL SELECT 'deleted', NULL
      LOOP
        CONTINUE WHEN c.name <> chosen;
        FOR r IN EXECUTE format(
          'SELECT tableoid::regclass AS part, ctid AS place FROM %s ORDER BY tableoid, ctid LIMIT %s', $1, $2)
        LOOP
          FOREACH v IN ARRAY CASE WHEN c.typ IS NULL THEN ARRAY['deleted']
            ELSE pg_temp.others(r.part::text, c.name, c.typ) END
          LOOP
            finder := pg_temp.finder_of(CASE WHEN c.typ IS NULL THEN format('DELETE FROM %s WHERE ctid = %L', r.part, r.place)
              ELSE format('UPDATE %1$s SET %2$I = %3$s WHERE ctid = %4$L AND %2$I IS DISTINCT FROM (%3$s)',
                r.part, c.name, v, r.place) END);
            of_table := $1;
            of_column := c.name;
            RETURN NEXT;
            IF finder = '' AND chosen IS NOT NULL THEN
              RETURN;
            END IF;
          END LOOP;
        END LOOP;
      END LOOP;
    END $$;
    """
}
