-- What a role may do, by area. A role without a row for an area may do nothing there.
CREATE TABLE role_right (
  role   text NOT NULL,
  area   text NOT NULL CHECK (area IN
    ('people', 'money', 'events', 'reports', 'system', 'training', 'member-data')),
  extent text NOT NULL CHECK (extent IN ('full', 'region', 'campus', 'group', 'limited', 'none')),
  PRIMARY KEY (role, area)
);

INSERT INTO role_right (role, area, extent)
SELECT role, area, extent
FROM (VALUES
    ('admin',                  'full',   'full',    'full',    'full',    'full',    'full',    'full'),
    ('operator',               'full',   'limited', 'full',    'full',    'full',    'limited', 'limited'),
    ('national-director',      'full',   'full',    'full',    'full',    'limited', 'full',    'full'),
    ('national-administrator', 'full',   'limited', 'full',    'full',    'full',    'full',    'full'),
    ('finance-director',       'limited', 'full',   'full',    'full',    'none',    'none',    'limited'),
    ('training-coordinator',   'limited', 'none',   'full',    'full',    'none',    'full',    'limited'),
    ('regional-director',      'region', 'region',  'region',  'region',  'none',    'region',  'region'),
    ('regional-administrator', 'region', 'limited', 'region',  'region',  'none',    'region',  'region'),
    ('alumni-coordinator',     'region', 'none',    'region',  'limited', 'none',    'limited', 'region'),
    ('campus-leader',          'campus', 'campus',  'campus',  'campus',  'none',    'campus',  'campus'),
    ('campus-administrator',   'campus', 'limited', 'campus',  'campus',  'none',    'campus',  'campus'),
    ('group-coordinator',      'campus', 'none',    'campus',  'limited', 'none',    'limited', 'limited'),
    ('group-leader',           'group',  'group',   'group',   'limited', 'none',    'limited', 'group'),
    ('graduate-group-leader',  'group',  'group',   'group',   'limited', 'none',    'limited', 'group'),
    ('department-head',        'group',  'group',   'group',   'limited', 'none',    'limited', 'group'),
    ('board-member',           'none',   'limited', 'limited', 'full',    'none',    'none',    'none'),
    ('member',                 'none',   'none',    'limited', 'none',    'none',    'limited', 'none')
  ) AS defaults (role, people, money, events, reports, system, training, member_data)
CROSS JOIN LATERAL (VALUES
    ('people', people), ('money', money), ('events', events), ('reports', reports),
    ('system', system), ('training', training), ('member-data', member_data)
  ) AS cell (area, extent);

-- Who did what, when, from where. The church's role may add to it and read it, nothing else.
CREATE TABLE audit_entry (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at         timestamptz NOT NULL,
  person_id  uuid        REFERENCES person,
  on_behalf  uuid        REFERENCES person,
  origin     text,
  action     text        NOT NULL,
  subject_id text        NOT NULL,
  detail     jsonb       NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_entry_subject ON audit_entry (subject_id, id);

REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM "${tenant}";
