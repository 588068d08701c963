-- The audit trail. Rows are only ever inserted; a record is sealed, in a second table, a moment after it was committed.
CREATE TABLE identity_audit (
  id           BIGINT        NOT NULL GENERATED ALWAYS AS IDENTITY,
  acted_at     TIMESTAMP     NOT NULL,
  actor        VARCHAR(36)   NOT NULL,
  on_behalf_of VARCHAR(32)   NOT NULL,
  action       VARCHAR(64)   NOT NULL,
  object_type  VARCHAR(40)   NOT NULL,
  object_id    VARCHAR(120)  NOT NULL,
  reason       VARCHAR(1000) NOT NULL,
  result       VARCHAR(8)    NOT NULL,
  address      VARCHAR(64)   NOT NULL,
  session_name VARCHAR(64)   NOT NULL,
  CONSTRAINT identity_audit_pk PRIMARY KEY (id)
);
CREATE INDEX identity_audit_actor ON identity_audit (actor, acted_at);
CREATE INDEX identity_audit_object ON identity_audit (object_type, object_id, acted_at);
CREATE INDEX identity_audit_time ON identity_audit (acted_at);

-- The chain: without a gap in its numbers, each seal made of the one before, the record, and a secret outside the database.
CREATE TABLE identity_audit_seal (
  seal_no   BIGINT      NOT NULL,
  record_id BIGINT      NOT NULL,
  seal      VARCHAR(64) NOT NULL,
  CONSTRAINT identity_audit_seal_pk PRIMARY KEY (seal_no),
  CONSTRAINT identity_audit_seal_record UNIQUE (record_id)
);
