-- A person has the one role of theirs and no other right of the server's; nobody else has any in this programme, and
-- what anybody may use is in the list of rights; what was done to persons says how they are.
SELECT p.login || ': ' || coalesce(string_agg(g.rolname, ', ' ORDER BY g.rolname), '-') AS example
FROM person p
LEFT JOIN pg_roles r ON r.rolname = p.login
LEFT JOIN pg_auth_members m ON m.member = r.oid
LEFT JOIN pg_roles g ON g.oid = m.roleid
WHERE NOT p.retired
GROUP BY p.login, p.role, r.oid
HAVING array_agg(g.rolname::text) IS DISTINCT FROM ARRAY['bangfu_' || p.role]
UNION ALL
SELECT r.rolname || ': ' || concat_ws(', ', CASE WHEN r.rolsuper THEN 'SUPERUSER' END,
  CASE WHEN r.rolcreaterole THEN 'CREATEROLE' END, CASE WHEN r.rolcreatedb THEN 'CREATEDB' END,
  CASE WHEN r.rolreplication THEN 'REPLICATION' END, CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END)
FROM pg_roles r
WHERE (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls)
  AND (r.rolname LIKE 'bangfu\_%' OR EXISTS (SELECT FROM person p WHERE p.login = r.rolname))
UNION ALL
SELECT coalesce(r.rolname, 'public') || ': ' || n.nspname
FROM pg_namespace n
CROSS JOIN aclexplode(n.nspacl) a
LEFT JOIN pg_roles r ON r.oid = a.grantee
WHERE n.nspname IN (current_schema(), read_schema()) AND a.grantee <> n.nspowner
  AND (a.privilege_type <> 'USAGE'
    OR NOT EXISTS (SELECT FROM person p WHERE p.login = r.rolname AND NOT p.retired))
UNION ALL
SELECT r.rolname || ': ' || g.rolname
FROM pg_auth_members m
JOIN pg_roles g ON g.oid = m.roleid
JOIN pg_roles r ON r.oid = m.member
WHERE g.rolname IN ('bangfu_clerk', 'bangfu_accountant', 'bangfu_official', 'bangfu_reader')
  AND EXISTS (SELECT FROM person) AND NOT EXISTS (SELECT FROM person p WHERE p.login = r.rolname)
  AND NOT r.rolcreaterole  -- who makes roles is their member
  AND (r.rolcanlogin OR EXISTS (SELECT FROM pg_auth_members o WHERE o.roleid = r.oid))
  AND NOT has_login_elsewhere(r.rolname)
UNION ALL
SELECT DISTINCT coalesce(r.rolname, 'public') || ': ' || c.relname
FROM pg_class c
CROSS JOIN aclexplode(c.relacl) a
LEFT JOIN pg_roles r ON r.oid = a.grantee
WHERE c.relnamespace IN (current_schema()::regnamespace, to_regnamespace(read_schema())) AND a.grantee <> c.relowner
  AND NOT EXISTS (
    SELECT FROM object_right o
    WHERE o.object = c.relname AND r.rolname = ANY (SELECT 'bangfu_' || role FROM unnest(o.roles) AS role)
      AND a.privilege_type = CASE WHEN o.kind = 'staging' THEN 'INSERT' ELSE 'SELECT' END
      AND (o.kind = 'table') = (c.relnamespace <> current_schema()::regnamespace)
      AND (o.kind = 'staging') = (c.relkind = 'r'))
UNION ALL
SELECT DISTINCT c.relname || ': ' || t.attname
FROM pg_class c
JOIN pg_attribute t ON t.attrelid = c.oid AND t.attacl IS NOT NULL
CROSS JOIN aclexplode(t.attacl) a
WHERE c.relnamespace IN (current_schema()::regnamespace, to_regnamespace(read_schema())) AND a.grantee <> c.relowner
UNION ALL
SELECT DISTINCT coalesce(r.rolname, 'public') || ': ' || f.proname
FROM pg_proc f
CROSS JOIN aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) a
LEFT JOIN pg_roles r ON r.oid = a.grantee
WHERE f.pronamespace = current_schema()::regnamespace AND a.grantee <> f.proowner
  AND (f.provolatile <> 'i' OR a.grantee = 0) AND EXISTS (SELECT FROM person)
  AND NOT EXISTS (
    SELECT FROM object_right o
    WHERE o.kind = 'function' AND o.object = f.proname
      AND r.rolname = ANY (SELECT 'bangfu_' || role FROM unnest(o.roles) AS role))
UNION ALL
SELECT coalesce(p.login, l.login) || ': ' || coalesce(p.role, '-')
FROM person p
FULL JOIN (
  SELECT DISTINCT ON (c.login) c.login, c.name, c.role, c.act FROM person_change c WHERE c.act <> 'password'
  ORDER BY c.login, c.change_no DESC) l ON l.login = p.login
WHERE (p.name, p.role, p.retired) IS DISTINCT FROM (l.name, l.role, l.act = 'retire')
