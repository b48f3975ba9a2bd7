-- Whose unit a message belongs to, so that only those who reach the unit read it. Empty for an answer to
-- somebody nobody knows.
ALTER TABLE message_delivery ADD COLUMN unit_id uuid REFERENCES unit;
