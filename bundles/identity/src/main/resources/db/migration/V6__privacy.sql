-- Requests to be erased (art. 17 RODO). open_for holds the account as long as the request is open: one at a time.
CREATE TABLE identity_erasure (
  id         VARCHAR(36)   NOT NULL,
  account    VARCHAR(36)   NOT NULL,
  state      VARCHAR(16)   NOT NULL,
  asked_at   TIMESTAMP     NOT NULL,
  decided_at TIMESTAMP,
  decided_by VARCHAR(36),
  reason     VARCHAR(1000) NOT NULL,
  open_for   VARCHAR(36),
  CONSTRAINT identity_erasure_pk PRIMARY KEY (id),
  CONSTRAINT identity_erasure_account FOREIGN KEY (account) REFERENCES identity_account (id),
  CONSTRAINT identity_erasure_open UNIQUE (open_for),
  CONSTRAINT identity_erasure_state CHECK (state IN ('NEW', 'IN_PROGRESS', 'DONE', 'REFUSED'))
);
CREATE INDEX identity_erasure_of ON identity_erasure (account, asked_at);

-- Modules that have erased their part.
CREATE TABLE identity_erasure_part (
  erasure VARCHAR(36) NOT NULL,
  module  VARCHAR(32) NOT NULL,
  done_at TIMESTAMP   NOT NULL,
  CONSTRAINT identity_erasure_part_pk PRIMARY KEY (erasure, module),
  CONSTRAINT identity_erasure_part_of FOREIGN KEY (erasure) REFERENCES identity_erasure (id)
);

-- What people have agreed to and taken back (art. 7 RODO), with the very text; the last row of a topic is what holds.
CREATE TABLE identity_consent (
  id           BIGINT        NOT NULL GENERATED ALWAYS AS IDENTITY,
  account      VARCHAR(36)   NOT NULL,
  topic        VARCHAR(64)   NOT NULL,
  text_version INTEGER       NOT NULL,
  act          VARCHAR(9)    NOT NULL,
  title        VARCHAR(200)  NOT NULL,
  words        VARCHAR(2000) NOT NULL,
  acted_at     TIMESTAMP     NOT NULL,
  CONSTRAINT identity_consent_pk PRIMARY KEY (id),
  CONSTRAINT identity_consent_account FOREIGN KEY (account) REFERENCES identity_account (id),
  CONSTRAINT identity_consent_act CHECK (act IN ('GIVEN', 'WITHDRAWN'))
);
CREATE INDEX identity_consent_of ON identity_consent (account, topic, id);

-- Acts in somebody's name are shown to that person.
CREATE INDEX identity_audit_behalf ON identity_audit (on_behalf_of, acted_at);
