-- A refresh token now names its session, so that any token that was used before ends it, and not only
-- the one before the last.
ALTER TABLE shared.api_session DROP COLUMN previous_hash;
