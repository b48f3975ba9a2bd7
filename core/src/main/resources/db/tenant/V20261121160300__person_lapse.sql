-- Members who were there, gave, joined a group or came to an event for the last time on the day since, and
-- then not for three months: found_on is the day on which these were over. returned_on is the first day
-- after since on which they were active again.
CREATE TABLE person_lapse (
  person_id   uuid NOT NULL REFERENCES person ON DELETE CASCADE,
  since       date NOT NULL,
  found_on    date NOT NULL,
  returned_on date,
  CHECK (found_on > since AND returned_on > since),
  PRIMARY KEY (person_id, since)
);

CREATE INDEX person_lapse_open ON person_lapse (person_id) WHERE returned_on IS NULL;

-- Through which day the sweeps have come.
CREATE TABLE person_lapse_state (
  single  boolean PRIMARY KEY DEFAULT true CHECK (single),
  through date    NOT NULL
);
