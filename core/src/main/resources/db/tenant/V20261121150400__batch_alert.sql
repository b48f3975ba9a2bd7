INSERT INTO message_template (key, channel, language, subject, body) VALUES
('batch-alert', 'email', 'en', 'A batch run of {{churchName}} needs you',
 'Hello {{firstName}},

{{news}}

You get this because you look after the system of {{churchName}}.'),
('batch-alert', 'email', 'es', 'Un proceso por lotes de {{churchName}} te necesita',
 'Hola {{firstName}}:

{{news}}

Recibes este correo porque cuidas del sistema de {{churchName}}.');
