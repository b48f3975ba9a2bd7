-- Statements of what somebody gave in a year. The count of a year is drawn from in the transaction that makes
-- the statement, so that no number is lost or given twice. looked_through says how far the present pass over
-- the givers has come.
CREATE TABLE giving_statement_year (
  year           integer PRIMARY KEY,
  last_number    integer NOT NULL DEFAULT 0,
  looked_through uuid
);

-- version is the one that counts; print tells whether the gifts are still those that it was made of.
CREATE TABLE giving_statement (
  id        uuid    PRIMARY KEY,
  year      integer NOT NULL REFERENCES giving_statement_year,
  number    integer NOT NULL CHECK (number > 0),
  person_id uuid    NOT NULL REFERENCES person,
  version   integer NOT NULL CHECK (version > 0),
  print     text    NOT NULL,
  UNIQUE (year, number),
  UNIQUE (year, person_id)
);
CREATE INDEX giving_statement_person ON giving_statement (person_id);

-- Name and address are those of the day on which it was made. units are those that the gifts went to.
CREATE TABLE giving_statement_version (
  statement_id uuid        NOT NULL REFERENCES giving_statement,
  version      integer     NOT NULL CHECK (version > 0),
  made_at      timestamptz NOT NULL,
  name         text        NOT NULL,
  street       text,
  city         text,
  region       text,
  postal_code  text,
  country      text,
  units        uuid[]      NOT NULL,
  PRIMARY KEY (statement_id, version)
);

-- A gift as it was then; amount in minor units, less than nothing where one was taken back.
CREATE TABLE giving_statement_line (
  statement_id uuid    NOT NULL,
  version      integer NOT NULL,
  place        integer NOT NULL,
  gift_id      bigint  NOT NULL,
  given_on     date    NOT NULL,
  fund         text,
  method       text    NOT NULL,
  amount       bigint  NOT NULL,
  currency     text    NOT NULL,
  PRIMARY KEY (statement_id, version, place),
  FOREIGN KEY (statement_id, version) REFERENCES giving_statement_version
);

-- What was made stays as it was.
REVOKE UPDATE, DELETE, TRUNCATE ON giving_statement_version, giving_statement_line FROM "${tenant}";
REVOKE DELETE, TRUNCATE ON giving_statement, giving_statement_year FROM "${tenant}";
