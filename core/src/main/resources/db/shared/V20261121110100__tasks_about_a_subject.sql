-- The task list asks for each request whether a task about it is open.
CREATE INDEX user_task_subject ON engine.user_task (tenant_id, subject_id) WHERE state = 'open';
