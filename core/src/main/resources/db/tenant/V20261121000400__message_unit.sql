-- Whose unit a message belongs to, so that only those who reach the unit read it. Empty for an answer to
-- somebody nobody knows.
ALTER TABLE message_delivery ADD COLUMN unit_id uuid REFERENCES unit;
UPDATE message_delivery SET unit_id = guest.unit_id FROM guest WHERE guest.id::text = subject_id;
CREATE INDEX message_delivery_unit ON message_delivery (unit_id, id);
