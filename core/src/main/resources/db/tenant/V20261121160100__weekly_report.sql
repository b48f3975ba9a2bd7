-- To whom the figures of a week, named by its Monday, go by e-mail, and who has had them.
CREATE TABLE weekly_report (
  week         date        NOT NULL,
  person_id    uuid        NOT NULL REFERENCES person ON DELETE CASCADE,
  settled_at   timestamptz,
  not_before   timestamptz,
  PRIMARY KEY (week, person_id)
);

INSERT INTO message_template (key, channel, language, subject, body) VALUES
('weekly-report', 'email', 'en', 'The week at {{churchName}}',
 'Hello {{firstName}},

{{news}}

You get this each week because you may read the figures of {{churchName}}.'),
('weekly-report', 'email', 'es', 'La semana en {{churchName}}',
 'Hola {{firstName}}:

{{news}}

Recibes este correo cada semana porque puedes ver las cifras de {{churchName}}.');
