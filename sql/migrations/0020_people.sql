-- Who works in the programme: logins of PostgreSQL's own, each with one role. Passwords are PostgreSQL's alone.
CREATE TABLE person (
  login   text PRIMARY KEY,
  name    text NOT NULL,
  role    text NOT NULL,
  retired boolean NOT NULL DEFAULT false,
  CONSTRAINT person_login_plain CHECK (login ~ '^[a-z][a-z0-9_]{0,39}$'),
  CONSTRAINT person_name_short CHECK (char_length(name) <= 100),
  CONSTRAINT person_name_given CHECK (name <> ''),
  CONSTRAINT person_role_known CHECK (role IN ('clerk', 'accountant', 'official', 'reader'))
);
COMMENT ON TABLE person IS 'Who may work in the programme beside its owner; a programme has none until the first.';

CREATE SEQUENCE person_change_number;
CREATE TABLE person_change (
  change_no bigint PRIMARY KEY,
  login     text NOT NULL,
  act       text NOT NULL,
  name      text NOT NULL,
  role      text NOT NULL,
  reason    text,
  changed_by name NOT NULL,
  operator  text NOT NULL,
  command   text NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT person_change_person_known FOREIGN KEY (login) REFERENCES person (login),
  CONSTRAINT person_change_reason_short CHECK (char_length(reason) <= 500),
  CONSTRAINT person_change_operator_short CHECK (char_length(operator) <= 100),
  CONSTRAINT person_change_act_known CHECK (act IN ('add', 'change', 'retire', 'return', 'password'))
);
COMMENT ON TABLE person_change IS 'What was done to persons, by whom and why; of a password only that it was set.';

CREATE SEQUENCE approval_number;
CREATE TABLE approval_rule (
  rule_no   bigint PRIMARY KEY,
  kind      text NOT NULL,
  role      text NOT NULL,
  above     numeric(14,2),
  approvers text[] NOT NULL,
  set_by    name NOT NULL,
  operator  text NOT NULL,
  reason    text,
  set_at    timestamptz NOT NULL,
  CONSTRAINT approval_rule_kind_known CHECK (
    kind IN ('expired', 'discount', 'refund', 'count', 'target', 'publish', 'restate')),
  CONSTRAINT approval_rule_reason_short CHECK (char_length(reason) <= 500),
  CONSTRAINT approval_rule_operator_short CHECK (char_length(operator) <= 100),
  CONSTRAINT approval_rule_role_known CHECK (role IN ('owner', 'clerk', 'accountant', 'official')),
  CONSTRAINT approval_rule_above_not_negative CHECK (above >= 0),
  CONSTRAINT approval_rule_approvers_known CHECK (approvers <@ ARRAY['clerk', 'accountant', 'official'])
);
COMMENT ON TABLE approval_rule IS
  'What a role does that needs a second person: above how many yuan (null: never), and the roles that may be one; the '
  'newest of a kind and role holds.';
INSERT INTO approval_rule (rule_no, kind, role, above, approvers, set_by, operator, set_at)
SELECT row_number() OVER (), v.kind, r.role, v.above, v.approvers, session_user, 'setup', now()
FROM (VALUES ('expired', 0, '{clerk,accountant}'::text[]), ('discount', 100, '{clerk,accountant}'),
    ('refund', 500, '{clerk,accountant}'), ('count', 0, '{clerk,accountant}'),
    ('target', 0, '{accountant,official}'), ('publish', 0, '{accountant,official}'),
    ('restate', 0, '{accountant,official}')) AS v(kind, above, approvers)
CROSS JOIN (VALUES ('owner'), ('clerk'), ('accountant'), ('official')) AS r(role);

CREATE TABLE approval (
  approval_id bigint PRIMARY KEY,
  kind      text NOT NULL,
  amount    numeric(14,2) NOT NULL,
  what      jsonb NOT NULL,
  digest    bytea NOT NULL,
  parties   text[] NOT NULL,
  asked_by  name NOT NULL,
  operator  text NOT NULL,
  reason    text,
  asked_at  timestamptz NOT NULL,
  CONSTRAINT approval_reason_short CHECK (char_length(reason) <= 500),
  CONSTRAINT approval_operator_short CHECK (char_length(operator) <= 100)
);
COMMENT ON TABLE approval IS
  'That a second person was asked to allow an act: its digest, what it is, yuan, and the logins that took part in it.';
CREATE TABLE approval_end (
  approval_id bigint PRIMARY KEY,
  given     boolean NOT NULL,
  ended_by  name NOT NULL,
  operator  text NOT NULL,
  reason    text,
  ended_at  timestamptz NOT NULL,
  CONSTRAINT approval_end_reason_short CHECK (char_length(reason) <= 500),
  CONSTRAINT approval_end_operator_short CHECK (char_length(operator) <= 100),
  CONSTRAINT approval_end_approval_known FOREIGN KEY (approval_id) REFERENCES approval (approval_id)
);
COMMENT ON TABLE approval_end IS 'That an approval was given, refused or withdrawn, and by which login.';
CREATE TABLE approval_use (
  approval_id bigint PRIMARY KEY,
  posting_id bigint NOT NULL,
  CONSTRAINT approval_use_approval_known FOREIGN KEY (approval_id) REFERENCES approval_end (approval_id),
  CONSTRAINT approval_use_posting_known FOREIGN KEY (posting_id) REFERENCES posting (posting_id)
);
COMMENT ON TABLE approval_use IS 'The act that an approval allowed; each allows one.';
CREATE TABLE approval_attempt (
  attempt_no bigint PRIMARY KEY,
  approver  text NOT NULL,
  asked_by  name NOT NULL,
  operator  text NOT NULL,
  attempted_at timestamptz NOT NULL,
  CONSTRAINT approval_attempt_approver_short CHECK (char_length(approver) <= 100),
  CONSTRAINT approval_attempt_operator_short CHECK (char_length(operator) <= 100)
);
COMMENT ON TABLE approval_attempt IS 'That somebody gave a wrong password for a second person.';
CREATE INDEX approval_attempt_by_time ON approval_attempt (asked_by, attempted_at);
CREATE TABLE approval_key (
  singleton boolean PRIMARY KEY DEFAULT true CONSTRAINT approval_key_single CHECK (singleton),
  key       bytea NOT NULL
);
COMMENT ON TABLE approval_key IS
  'What the database signs its refusals with, so that only what an act itself said can be asked for.';
INSERT INTO approval_key (key)
SELECT sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));

CREATE TABLE programme_change (
  change_no bigint PRIMARY KEY,
  one_person boolean NOT NULL,
  reason    text NOT NULL,
  changed_by name NOT NULL,
  operator  text NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT programme_change_reason_short CHECK (char_length(reason) <= 500),
  CONSTRAINT programme_change_operator_short CHECK (char_length(operator) <= 100)
);
COMMENT ON TABLE programme_change IS
  'Whether the programme has one person alone, so that nobody can be a second; the newest row holds.';

-- What an import stages is its own: rows go into a batch that the same transaction has begun.
CREATE UNLOGGED TABLE import_batch (
  batch     bigint NOT NULL,
  file_id   bigint NOT NULL,
  platform  text NOT NULL,
  kept      boolean NOT NULL,
  login     name NOT NULL,
  transaction xid8 NOT NULL,
  CONSTRAINT import_batch_pkey PRIMARY KEY (batch)
);
COMMENT ON TABLE import_batch IS
  'The batches that imports have begun: which file each is of, by which login, in which transaction.';
COMMENT ON COLUMN import_batch.kept IS 'The file is recorded: nothing is added to its copy any more.';
CREATE UNLOGGED TABLE reject_stage (
  batch     bigint NOT NULL,
  row_no    integer NOT NULL,
  line      integer NOT NULL,
  column_name text NOT NULL,
  reason    text NOT NULL
);
COMMENT ON TABLE reject_stage IS
  'The rejected rows of a file being imported, keyed by batch; emptied in the same transaction.';
