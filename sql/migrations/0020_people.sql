-- Who works in the programme: logins of PostgreSQL's own, each with one role. Passwords are PostgreSQL's alone.
CREATE TABLE person (
  login   text PRIMARY KEY,
  name    text NOT NULL,
  role    text NOT NULL,
  retired boolean NOT NULL DEFAULT false,
  CONSTRAINT person_login_plain CHECK (login ~ '^[a-z][a-z0-9_]{0,39}$'),
  CONSTRAINT person_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
  CONSTRAINT person_role_known CHECK (role IN ('clerk', 'accountant', 'official', 'reader'))
);
COMMENT ON TABLE person IS 'Who may work in the programme beside its owner; a programme has none until the first.';

CREATE TABLE person_change (
  change_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
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
  CONSTRAINT person_change_act_known CHECK (act IN ('add', 'change', 'retire', 'return', 'password'))
);
COMMENT ON TABLE person_change IS 'What was done to persons, by whom and why; of a password only that it was set.';
