-- A person has the one role of theirs, and nobody else has any in this programme; what was done to persons says how
-- they are.
SELECT p.login || ': ' || coalesce(string_agg(g.rolname, ', ' ORDER BY g.rolname), '-') AS example
FROM person p
JOIN pg_roles r ON r.rolname = p.login
LEFT JOIN pg_auth_members m ON m.member = r.oid
LEFT JOIN pg_roles g ON g.oid = m.roleid
WHERE NOT p.retired
GROUP BY p.login, p.role
HAVING array_agg(g.rolname::text) IS DISTINCT FROM ARRAY['bangfu_' || p.role]
UNION ALL
SELECT r.rolname || ': ' || n.nspname
FROM pg_namespace n
CROSS JOIN aclexplode(n.nspacl) a
JOIN pg_roles r ON r.oid = a.grantee
WHERE n.nspname IN (current_schema(), read_schema()) AND a.grantee <> n.nspowner
  AND NOT EXISTS (SELECT FROM person p WHERE p.login = r.rolname AND NOT p.retired)
UNION ALL
SELECT DISTINCT coalesce(r.rolname, 'public') || ': ' || c.relname
FROM pg_class c
CROSS JOIN aclexplode(c.relacl) a
LEFT JOIN pg_roles r ON r.oid = a.grantee
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'S') AND a.grantee <> c.relowner
  AND NOT (c.relname LIKE '%\_stage' AND a.privilege_type = 'INSERT' AND r.rolname = 'bangfu_accountant')
UNION ALL
SELECT p.login || ': ' || p.role
FROM person p
LEFT JOIN LATERAL (
  SELECT c.name, c.role, c.act FROM person_change c WHERE c.login = p.login AND c.act <> 'password'
  ORDER BY c.change_no DESC LIMIT 1) l ON true
WHERE (p.name, p.role, p.retired) IS DISTINCT FROM (l.name, l.role, l.act = 'retire')
