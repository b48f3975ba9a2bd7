CREATE TABLE message_setting (
  only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  quiet_from  time NOT NULL DEFAULT '21:00',
  quiet_until time NOT NULL DEFAULT '08:00'
);
INSERT INTO message_setting DEFAULT VALUES;

CREATE TABLE message_template (
  key      text    NOT NULL,
  channel  text    NOT NULL CHECK (channel IN ('sms', 'email')),
  language text    NOT NULL,
  subject  text,
  body     text    NOT NULL,
  version  integer NOT NULL DEFAULT 1,
  PRIMARY KEY (key, channel, language),
  CHECK ((channel = 'email') = (subject IS NOT NULL))
);

-- Every answer is kept; the last one for a channel and an address counts.
CREATE TABLE message_consent (
  id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel text        NOT NULL CHECK (channel IN ('sms', 'email')),
  address text        NOT NULL,
  granted boolean     NOT NULL,
  source  text        NOT NULL,
  at      timestamptz NOT NULL
);
CREATE INDEX message_consent_last ON message_consent (address, channel, id);

CREATE TABLE message_stop (
  address text        PRIMARY KEY,
  source  text        NOT NULL,
  at      timestamptz NOT NULL
);

CREATE TABLE message_suppression (
  channel text        NOT NULL CHECK (channel IN ('sms', 'email')),
  address text        NOT NULL,
  reason  text        NOT NULL,
  at      timestamptz NOT NULL,
  PRIMARY KEY (channel, address)
);

-- One row for each message, there before it is sent. claimed_until says until when somebody has the
-- right to send it; afterwards the channel is asked before anybody sends it again.
CREATE TABLE message_delivery (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  business_key  text        NOT NULL UNIQUE,
  subject_id    text        NOT NULL,
  channel       text        NOT NULL CHECK (channel IN ('sms', 'email')),
  address       text,
  template      text        NOT NULL,
  language      text        NOT NULL,
  subject       text,
  body          text        NOT NULL,
  segments      integer     NOT NULL,
  status        text        NOT NULL CHECK (status IN ('sending', 'sent', 'held', 'suppressed', 'failed')),
  reason        text,
  held_until    timestamptz,
  claimed_until timestamptz,
  provider_id   text,
  created_at    timestamptz NOT NULL,
  at            timestamptz NOT NULL,
  CHECK ((status = 'sending') = (claimed_until IS NOT NULL)),
  CHECK ((status = 'held') = (held_until IS NOT NULL)),
  CHECK ((reason IS NULL) = (status IN ('sending', 'sent')))
);
CREATE INDEX message_delivery_subject ON message_delivery (subject_id, id);
CREATE INDEX message_delivery_address ON message_delivery (address, id);
CREATE INDEX message_delivery_waiting ON message_delivery (status, id)
  WHERE status IN ('held', 'sending', 'failed');

CREATE TABLE message_inbound (
  id          uuid        PRIMARY KEY,
  provider_id text        UNIQUE,
  channel     text        NOT NULL CHECK (channel IN ('sms', 'email')),
  address     text        NOT NULL,
  text        text        NOT NULL,
  kind        text        NOT NULL CHECK (kind IN ('STOP', 'START', 'HELP', 'REPLY')),
  at          timestamptz NOT NULL
);
CREATE INDEX message_inbound_address ON message_inbound (address, at);

-- What the sandbox would have sent.
CREATE TABLE sandbox_message (
  id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key     text        NOT NULL UNIQUE,
  channel text        NOT NULL,
  address text        NOT NULL,
  subject text,
  body    text        NOT NULL,
  at      timestamptz NOT NULL
);

-- The Spanish SMS avoid the four accented vowels that GSM-7 lacks: one of them would double the cost.
INSERT INTO message_template (key, channel, language, subject, body) VALUES
('guest-thank-you', 'sms', 'en', NULL,
 'Hi {{firstName}}, thank you for visiting {{churchName}} today! It was good to have you with us. Reply STOP to opt out.'),
('guest-thank-you', 'sms', 'es', NULL,
 'Hola {{firstName}}, ¡gracias por visitar {{churchName}}! Nos alegra tenerte con nosotros. Responde STOP para no recibir mensajes.'),
('guest-welcome', 'email', 'en', 'Welcome to {{churchName}}, {{firstName}}',
 'Dear {{firstName}},

thank you for visiting {{churchName}}. We would love to get to know you.

In the next days somebody from {{unitName}} will call you, to hear how you are and to answer your questions. You can also simply reply to this e-mail.

With warm greetings,
{{churchName}}'),
('guest-welcome', 'email', 'es', 'Te damos la bienvenida a {{churchName}}, {{firstName}}',
 'Hola {{firstName}}:

Gracias por visitar {{churchName}}. Nos gustaría mucho conocerte.

En los próximos días alguien de {{unitName}} te llamará para saber cómo estás y responder tus preguntas. También puedes responder a este correo.

Un saludo cordial,
{{churchName}}'),
('guest-invitation', 'sms', 'en', NULL,
 'Hi {{firstName}}, small groups at {{unitName}} meet every week, and there is a place for you. Shall we help you find one? Just reply to this message.'),
('guest-invitation', 'sms', 'es', NULL,
 'Hola {{firstName}}, cada semana hay grupos en {{unitName}} y hay un lugar para ti. ¿Te ayudamos a encontrar uno? Responde a este mensaje.'),
('guest-check-in', 'sms', 'en', NULL,
 'Hi {{firstName}}, how have these weeks with {{churchName}} been for you? If you would like to talk about faith, baptism or membership, just reply.'),
('guest-check-in', 'sms', 'es', NULL,
 'Hola {{firstName}}, ¿qué tal estas semanas con {{churchName}}? Si deseas hablar de la fe, del bautismo o de ser miembro, responde a este mensaje.'),
('guest-missed-call', 'sms', 'en', NULL,
 'Hi {{firstName}}, {{callerName}} from {{churchName}} tried to call you today. When would be a good time? Just reply to this message.'),
('guest-missed-call', 'sms', 'es', NULL,
 'Hola {{firstName}}, {{callerName}} de {{churchName}} te ha llamado hoy. Responde a este mensaje con un buen momento para hablar.'),
('help', 'sms', 'en', NULL,
 '{{churchName}}: a person reads your replies. Reply STOP to get no more messages, START to get them again.'),
('help', 'sms', 'es', NULL,
 '{{churchName}}: una persona lee tus respuestas. Responde STOP para no recibir mensajes o START para recibirlos de nuevo.');
