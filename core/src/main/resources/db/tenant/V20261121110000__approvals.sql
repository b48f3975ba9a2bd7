-- What is asked for, and the chain of people who decide. The amounts are minor units of the currency.

CREATE TABLE approval_setting (
  only_row         boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  reminder_hours   integer NOT NULL DEFAULT 48 CHECK (reminder_hours BETWEEN 1 AND 8784),
  escalation_hours integer NOT NULL DEFAULT 96 CHECK (escalation_hours BETWEEN 1 AND 8784),
  board_quorum     integer NOT NULL DEFAULT 3 CHECK (board_quorum BETWEEN 1 AND 99),
  split_days       integer NOT NULL DEFAULT 7 CHECK (split_days BETWEEN 0 AND 366),
  digest_time      time    NOT NULL DEFAULT '08:00',
  link_hours       integer NOT NULL DEFAULT 72 CHECK (link_hours BETWEEN 1 AND 720)
);
INSERT INTO approval_setting DEFAULT VALUES;

-- chain counts the chains that the request went through: a change that makes it another question
-- begins a new one. round counts how often the process asked what comes next.
CREATE TABLE request (
  id           uuid        PRIMARY KEY,
  kind         text        NOT NULL,
  area         text        NOT NULL,
  unit_id      uuid        NOT NULL REFERENCES unit,
  requester_id uuid        NOT NULL REFERENCES person,
  title        text        NOT NULL CHECK (title <> ''),
  amount       bigint      CHECK (amount > 0),
  currency     text        CHECK (currency ~ '^[A-Z]{3}$'),
  status       text        NOT NULL CHECK (status IN
    ('submitted', 'returned', 'approved', 'done', 'declined', 'withdrawn')),
  version      integer     NOT NULL DEFAULT 1,
  chain        integer     NOT NULL DEFAULT 1,
  round        integer     NOT NULL DEFAULT 0,
  submitted_at timestamptz NOT NULL,
  ended_at     timestamptz,
  CHECK ((amount IS NULL) = (currency IS NULL))
);
CREATE INDEX request_requester ON request (requester_id, submitted_at);
CREATE INDEX request_unit ON request (unit_id, submitted_at);

-- Who gains by it, beside the requester: who is paid, who is given a role.
CREATE TABLE request_gainer (
  request_id uuid NOT NULL REFERENCES request ON DELETE CASCADE,
  person_id  uuid NOT NULL REFERENCES person,
  PRIMARY KEY (request_id, person_id)
);

-- waiting: its stage has not come. skipped: counts as said, by the requester's own role or an earlier
-- yes. ended: nobody has to decide it any more. turn counts how often it was opened.
CREATE TABLE request_step (
  id            uuid    PRIMARY KEY,
  request_id    uuid    NOT NULL REFERENCES request ON DELETE CASCADE,
  chain         integer NOT NULL,
  stage         integer NOT NULL,
  place         integer NOT NULL,
  role          text    NOT NULL,
  quorum        integer NOT NULL CHECK (quorum > 0),
  state         text    NOT NULL CHECK (state IN
    ('waiting', 'open', 'approved', 'skipped', 'declined', 'returned', 'ended')),
  turn          integer NOT NULL DEFAULT 0,
  opened_at     timestamptz,
  asked_at      timestamptz,
  due_at        timestamptz,
  reminded_at   timestamptz,
  claimed_by    uuid    REFERENCES person,
  reassigned_to uuid    REFERENCES person,
  decided_by    uuid    REFERENCES person,
  decided_at    timestamptz,
  UNIQUE (request_id, chain, place)
);
CREATE INDEX request_step_open ON request_step (due_at, id) WHERE state = 'open';

-- Whose it is: everybody who holds the role at the unit, as long as they hold it.
CREATE TABLE request_step_group (
  step_id   uuid        NOT NULL REFERENCES request_step ON DELETE CASCADE,
  role      text        NOT NULL,
  unit_id   uuid        NOT NULL REFERENCES unit,
  since     timestamptz NOT NULL,
  escalated boolean     NOT NULL DEFAULT false,
  PRIMARY KEY (step_id, role, unit_id)
);
CREATE INDEX request_step_group_of ON request_step_group (role, unit_id);

CREATE TABLE request_vote (
  id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  step_id   uuid        NOT NULL REFERENCES request_step ON DELETE CASCADE,
  turn      integer     NOT NULL,
  person_id uuid        NOT NULL REFERENCES person,
  on_behalf uuid        REFERENCES person,
  decision  text        NOT NULL CHECK (decision IN ('approve', 'decline', 'return')),
  comment   text,
  at        timestamptz NOT NULL,
  UNIQUE (step_id, turn, person_id),
  CHECK (decision = 'approve' OR comment <> '')
);
CREATE UNIQUE INDEX request_vote_once ON request_vote (step_id, turn, (coalesce(on_behalf, person_id)));
CREATE INDEX request_vote_person ON request_vote (person_id, at);

CREATE TABLE request_comment (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id uuid        NOT NULL REFERENCES request ON DELETE CASCADE,
  person_id  uuid        NOT NULL REFERENCES person,
  text       text        NOT NULL CHECK (text <> ''),
  at         timestamptz NOT NULL
);
CREATE INDEX request_comment_request ON request_comment (request_id, id);

CREATE TABLE request_attachment (
  id         uuid        PRIMARY KEY,
  request_id uuid        NOT NULL REFERENCES request ON DELETE CASCADE,
  name       text        NOT NULL CHECK (name <> ''),
  media_type text        NOT NULL,
  content    bytea       NOT NULL,
  added_by   uuid        NOT NULL REFERENCES person,
  at         timestamptz NOT NULL
);
CREATE INDEX request_attachment_request ON request_attachment (request_id, at);

-- Out of office: the delegate decides what the person could.
CREATE TABLE delegation (
  id          uuid        PRIMARY KEY,
  person_id   uuid        NOT NULL REFERENCES person,
  delegate_id uuid        NOT NULL REFERENCES person,
  since       timestamptz NOT NULL,
  until       timestamptz NOT NULL,
  ended_at    timestamptz,
  CHECK (person_id <> delegate_id AND since < until)
);
CREATE INDEX delegation_delegate ON delegation (delegate_id, until) WHERE ended_at IS NULL;
CREATE INDEX delegation_person ON delegation (person_id, until) WHERE ended_at IS NULL;

-- What somebody is to be told: at once on the page, and once a day by e-mail.
CREATE TABLE request_notice (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id  uuid        NOT NULL REFERENCES person,
  request_id uuid        NOT NULL REFERENCES request ON DELETE CASCADE,
  step_id    uuid        REFERENCES request_step ON DELETE CASCADE,
  kind       text        NOT NULL,
  at         timestamptz NOT NULL,
  digest_day date        NOT NULL
);
CREATE INDEX request_notice_digest ON request_notice (digest_day, person_id);
CREATE INDEX request_notice_person ON request_notice (person_id, id);

CREATE TABLE approval_digest (
  day     date        PRIMARY KEY,
  due_at  timestamptz NOT NULL,
  sent_at timestamptz
);

-- Opens one task for one person, once. Of the secret only the hash is kept.
CREATE TABLE task_link (
  hash       bytea       PRIMARY KEY,
  step_id    uuid        NOT NULL REFERENCES request_step ON DELETE CASCADE,
  turn       integer     NOT NULL,
  person_id  uuid        NOT NULL REFERENCES person,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);

-- What a request with an idempotency key was answered.
CREATE TABLE idempotent_answer (
  person_id   uuid        NOT NULL REFERENCES person,
  key         text        NOT NULL,
  fingerprint text        NOT NULL,
  answer      text,
  at          timestamptz NOT NULL,
  PRIMARY KEY (person_id, key)
);

CREATE TABLE budget_line (
  id       uuid    PRIMARY KEY,
  unit_id  uuid    NOT NULL REFERENCES unit,
  code     text    NOT NULL CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name     text    NOT NULL CHECK (name <> ''),
  currency text    NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  amount   bigint  NOT NULL CHECK (amount >= 0),
  year     integer NOT NULL,
  UNIQUE (unit_id, code, year)
);

CREATE TABLE expense (
  request_id uuid   PRIMARY KEY REFERENCES request ON DELETE CASCADE,
  line_id    uuid   NOT NULL REFERENCES budget_line,
  purpose    text   NOT NULL CHECK (purpose <> ''),
  payee      text   NOT NULL CHECK (payee <> ''),
  payee_key  text   NOT NULL,
  split_sum  bigint
);
CREATE INDEX expense_payee ON expense (line_id, payee_key);

-- What a request holds of a line; what is freed counts no more.
CREATE TABLE budget_hold (
  request_id uuid   PRIMARY KEY REFERENCES request ON DELETE CASCADE,
  line_id    uuid   NOT NULL REFERENCES budget_line,
  amount     bigint NOT NULL CHECK (amount > 0),
  state      text   NOT NULL CHECK (state IN ('reserved', 'committed', 'paid', 'freed'))
);
CREATE INDEX budget_hold_line ON budget_hold (line_id, state);

CREATE TABLE payout (
  id          uuid        PRIMARY KEY,
  request_id  uuid        NOT NULL UNIQUE REFERENCES request,
  amount      bigint      NOT NULL CHECK (amount > 0),
  currency    text        NOT NULL,
  payee       text        NOT NULL,
  released_at timestamptz NOT NULL,
  method      text        CHECK (method IN ('transfer', 'cheque', 'cash')),
  reference   text,
  paid_by     uuid        REFERENCES person,
  paid_at     timestamptz,
  CHECK ((paid_at IS NULL) = (paid_by IS NULL) AND (paid_at IS NULL) = (method IS NULL))
);
CREATE INDEX payout_waiting ON payout (released_at) WHERE paid_at IS NULL;

CREATE TABLE role_request (
  request_id uuid PRIMARY KEY REFERENCES request ON DELETE CASCADE,
  person_id  uuid NOT NULL REFERENCES person,
  role       text NOT NULL,
  reason     text
);

CREATE TABLE event (
  id           uuid        PRIMARY KEY,
  request_id   uuid        UNIQUE REFERENCES request,
  unit_id      uuid        NOT NULL REFERENCES unit,
  title        text        NOT NULL CHECK (title <> ''),
  description  text,
  place        text,
  starts_at    timestamptz NOT NULL,
  ends_at      timestamptz NOT NULL,
  published_at timestamptz,
  CHECK (starts_at < ends_at)
);
CREATE INDEX event_published ON event (starts_at) WHERE published_at IS NOT NULL;

-- Entered by what is done, never changed: the church's role cannot.
REVOKE UPDATE, DELETE, TRUNCATE ON request_vote, request_comment FROM "${tenant}";

INSERT INTO message_template (key, channel, language, subject, body) VALUES
('approval-digest', 'email', 'en', 'Your requests and tasks at {{churchName}}',
 'Hello {{firstName}},

{{news}}

You get this at most once a day.
{{churchName}}'),
('approval-digest', 'email', 'es', 'Tus solicitudes y tareas en {{churchName}}',
 'Hola {{firstName}}:

{{news}}

Recibes este correo una vez al día como máximo.
{{churchName}}');
