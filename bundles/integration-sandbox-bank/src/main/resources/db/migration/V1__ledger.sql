-- The books of the simulated bank. They are the bank's own: nothing of the portal's is in them.
CREATE TABLE sandboxbank_order (
  nr           BIGINT        NOT NULL GENERATED ALWAYS AS IDENTITY,
  id           VARCHAR(64)   NOT NULL,
  reference    VARCHAR(20)   NOT NULL,
  token        VARCHAR(40)   NOT NULL,
  title        VARCHAR(100)  NOT NULL,
  grosze       BIGINT        NOT NULL,
  state        VARCHAR(9)    NOT NULL,
  language     VARCHAR(2)    NOT NULL,
  back         VARCHAR(1000) NOT NULL,
  notify       VARCHAR(1000) NOT NULL,
  expires      TIMESTAMP     NOT NULL,
  settled_at   TIMESTAMP,
  ask_failures INTEGER       NOT NULL,
  CONSTRAINT sandboxbank_order_pk PRIMARY KEY (nr),
  CONSTRAINT sandboxbank_order_id UNIQUE (id),
  CONSTRAINT sandboxbank_order_token UNIQUE (token),
  CONSTRAINT sandboxbank_order_state CHECK (state IN ('OPEN', 'CONFIRMED', 'FAILED')),
  CONSTRAINT sandboxbank_order_amount CHECK (grosze > 0)
);
CREATE INDEX sandboxbank_order_open ON sandboxbank_order (state, expires);

CREATE TABLE sandboxbank_share (
  order_id VARCHAR(64)  NOT NULL,
  nr       INTEGER      NOT NULL,
  account  VARCHAR(26)  NOT NULL,
  grosze   BIGINT       NOT NULL,
  title    VARCHAR(140) NOT NULL,
  CONSTRAINT sandboxbank_share_pk PRIMARY KEY (order_id, nr),
  CONSTRAINT sandboxbank_share_order FOREIGN KEY (order_id) REFERENCES sandboxbank_order (id)
);

CREATE TABLE sandboxbank_refund (
  id       VARCHAR(64)  NOT NULL,
  order_id VARCHAR(64)  NOT NULL,
  grosze   BIGINT       NOT NULL,
  reason   VARCHAR(100) NOT NULL,
  moment   TIMESTAMP    NOT NULL,
  CONSTRAINT sandboxbank_refund_pk PRIMARY KEY (id),
  CONSTRAINT sandboxbank_refund_order FOREIGN KEY (order_id) REFERENCES sandboxbank_order (id),
  CONSTRAINT sandboxbank_refund_amount CHECK (grosze > 0)
);
CREATE INDEX sandboxbank_refund_of ON sandboxbank_refund (order_id);

CREATE TABLE sandboxbank_notification (
  nr       BIGINT        NOT NULL GENERATED ALWAYS AS IDENTITY,
  order_id VARCHAR(64)   NOT NULL,
  body     VARCHAR(1000) NOT NULL,
  state    VARCHAR(9)    NOT NULL,
  next_at  TIMESTAMP     NOT NULL,
  attempts INTEGER       NOT NULL,
  CONSTRAINT sandboxbank_notification_pk PRIMARY KEY (nr),
  CONSTRAINT sandboxbank_notification_order FOREIGN KEY (order_id) REFERENCES sandboxbank_order (id),
  CONSTRAINT sandboxbank_notification_state CHECK (state IN ('WAITING', 'DELIVERED', 'LOST', 'GIVEN_UP'))
);
CREATE INDEX sandboxbank_notification_due ON sandboxbank_notification (state, next_at);

CREATE TABLE sandboxbank_log (
  nr       BIGINT       NOT NULL GENERATED ALWAYS AS IDENTITY,
  order_id VARCHAR(64)  NOT NULL,
  moment   TIMESTAMP    NOT NULL,
  what     VARCHAR(200) NOT NULL,
  CONSTRAINT sandboxbank_log_pk PRIMARY KEY (nr)
);
CREATE INDEX sandboxbank_log_of ON sandboxbank_log (order_id);
