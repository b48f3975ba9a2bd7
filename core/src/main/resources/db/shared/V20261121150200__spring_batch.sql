-- What Spring Batch keeps of its jobs: its own tables for PostgreSQL (6.0.4), in a schema of their own.
-- Only the login has anything to do with them.

CREATE SCHEMA batch;

CREATE TABLE batch.batch_job_instance (
  job_instance_id BIGINT  NOT NULL PRIMARY KEY,
  version BIGINT,
  job_name VARCHAR(100) NOT NULL,
  job_key VARCHAR(32) NOT NULL,
  CONSTRAINT JOB_INST_UN UNIQUE (JOB_NAME, JOB_KEY)
);

CREATE TABLE batch.batch_job_execution (
  job_execution_id BIGINT  NOT NULL PRIMARY KEY,
  version BIGINT,
  job_instance_id BIGINT NOT NULL,
  create_time TIMESTAMP NOT NULL,
  start_time TIMESTAMP DEFAULT NULL,
  end_time TIMESTAMP DEFAULT NULL,
  status VARCHAR(10),
  exit_code VARCHAR(2500),
  exit_message VARCHAR(2500),
  last_updated TIMESTAMP,
  CONSTRAINT JOB_INST_EXEC_FK FOREIGN KEY (JOB_INSTANCE_ID)
  REFERENCES batch.batch_job_instance(JOB_INSTANCE_ID)
);

CREATE TABLE batch.batch_job_execution_params (
  job_execution_id BIGINT NOT NULL,
  parameter_name VARCHAR(100) NOT NULL,
  parameter_type VARCHAR(100) NOT NULL,
  parameter_value VARCHAR(2500),
  identifying CHAR(1) NOT NULL,
  CONSTRAINT JOB_EXEC_PARAMS_FK FOREIGN KEY (JOB_EXECUTION_ID)
  REFERENCES batch.batch_job_execution(JOB_EXECUTION_ID)
);

CREATE TABLE batch.batch_step_execution (
  step_execution_id BIGINT  NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  step_name VARCHAR(100) NOT NULL,
  job_execution_id BIGINT NOT NULL,
  create_time TIMESTAMP NOT NULL,
  start_time TIMESTAMP DEFAULT NULL,
  end_time TIMESTAMP DEFAULT NULL,
  status VARCHAR(10),
  commit_count BIGINT,
  read_count BIGINT,
  filter_count BIGINT,
  write_count BIGINT,
  read_skip_count BIGINT,
  write_skip_count BIGINT,
  process_skip_count BIGINT,
  rollback_count BIGINT,
  exit_code VARCHAR(2500),
  exit_message VARCHAR(2500),
  last_updated TIMESTAMP,
  CONSTRAINT JOB_EXEC_STEP_FK FOREIGN KEY (JOB_EXECUTION_ID)
  REFERENCES batch.batch_job_execution(JOB_EXECUTION_ID)
);

CREATE TABLE batch.batch_step_execution_context (
  step_execution_id BIGINT NOT NULL PRIMARY KEY,
  short_context VARCHAR(2500) NOT NULL,
  serialized_context TEXT,
  CONSTRAINT STEP_EXEC_CTX_FK FOREIGN KEY (STEP_EXECUTION_ID)
  REFERENCES batch.batch_step_execution(STEP_EXECUTION_ID)
);

CREATE TABLE batch.batch_job_execution_context (
  job_execution_id BIGINT NOT NULL PRIMARY KEY,
  short_context VARCHAR(2500) NOT NULL,
  serialized_context TEXT,
  CONSTRAINT JOB_EXEC_CTX_FK FOREIGN KEY (JOB_EXECUTION_ID)
  REFERENCES batch.batch_job_execution(JOB_EXECUTION_ID)
);

CREATE SEQUENCE batch.batch_step_execution_seq MAXVALUE 9223372036854775807 NO CYCLE;
CREATE SEQUENCE batch.batch_job_execution_seq MAXVALUE 9223372036854775807 NO CYCLE;
CREATE SEQUENCE batch.batch_job_instance_seq MAXVALUE 9223372036854775807 NO CYCLE;

GRANT USAGE ON SCHEMA batch TO "${login}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA batch TO "${login}";
GRANT USAGE ON ALL SEQUENCES IN SCHEMA batch TO "${login}";
