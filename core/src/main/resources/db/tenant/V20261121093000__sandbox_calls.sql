-- A message that was handed to the channel twice must be seen to have been.
ALTER TABLE sandbox_message ADD COLUMN calls integer NOT NULL DEFAULT 1;
