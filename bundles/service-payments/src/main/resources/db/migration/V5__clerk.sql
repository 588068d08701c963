-- What the office gives back of an order. It is written down before the gateway knows of it; open_order holds the order as
-- long as the refund is under way, so there is one at a time. Without a clerk it was given back at the gateway.
CREATE TABLE payments_refund (
  id         VARCHAR(36)   NOT NULL,
  order_id   VARCHAR(36)   NOT NULL,
  amount     DECIMAL(14,2) NOT NULL,
  reason     VARCHAR(300)  NOT NULL,
  clerk      VARCHAR(64)   NOT NULL,
  state      VARCHAR(12)   NOT NULL,
  written    TIMESTAMP     NOT NULL,
  ended      TIMESTAMP,
  ask_at     TIMESTAMP,
  asked      INTEGER       NOT NULL,
  open_order VARCHAR(36),
  CONSTRAINT payments_refund_pk PRIMARY KEY (id),
  CONSTRAINT payments_refund_order FOREIGN KEY (order_id) REFERENCES payments_order (id),
  CONSTRAINT payments_refund_one UNIQUE (open_order),
  CONSTRAINT payments_refund_amount CHECK (amount > 0)
);

CREATE INDEX payments_refund_ask ON payments_refund (ask_at);

-- From which bookings it is taken; returned is when the refund was done, and only then it counts.
CREATE TABLE payments_refund_line (
  refund    VARCHAR(36)   NOT NULL,
  order_id  VARCHAR(36)   NOT NULL,
  line      INTEGER       NOT NULL,
  costs     DECIMAL(14,2) NOT NULL,
  interest  DECIMAL(14,2) NOT NULL,
  principal DECIMAL(14,2) NOT NULL,
  surplus   DECIMAL(14,2) NOT NULL,
  returned  TIMESTAMP,
  CONSTRAINT payments_refund_line_pk PRIMARY KEY (refund, line),
  CONSTRAINT payments_refund_line_refund FOREIGN KEY (refund) REFERENCES payments_refund (id),
  CONSTRAINT payments_refund_line_booking FOREIGN KEY (order_id, line) REFERENCES payments_booking (order_id, line),
  CONSTRAINT payments_refund_line_amounts CHECK
    (costs >= 0 AND interest >= 0 AND principal >= 0 AND surplus >= 0 AND costs + interest + principal + surplus > 0)
);

CREATE INDEX payments_refund_line_order ON payments_refund_line (order_id, line);
CREATE INDEX payments_refund_line_returned ON payments_refund_line (returned);

-- What somebody of the office has to look at; the same again is counted.
CREATE TABLE payments_alarm (
  id         VARCHAR(36)  NOT NULL,
  kind       VARCHAR(24)  NOT NULL,
  order_id   VARCHAR(64)  NOT NULL,
  gateway    VARCHAR(32)  NOT NULL,
  raised     TIMESTAMP    NOT NULL,
  latest     TIMESTAMP    NOT NULL,
  times      INTEGER      NOT NULL,
  settled    TIMESTAMP,
  settled_by VARCHAR(64)  NOT NULL,
  note       VARCHAR(300) NOT NULL,
  CONSTRAINT payments_alarm_pk PRIMARY KEY (id)
);

CREATE INDEX payments_alarm_open ON payments_alarm (settled, raised);

-- Exports to the finance system: of a period, or, without days, of all that no such export held.
CREATE TABLE payments_export (
  number   INTEGER       NOT NULL,
  made     TIMESTAMP     NOT NULL,
  made_by  VARCHAR(64)   NOT NULL,
  from_day DATE,
  to_day   DATE,
  entries  INTEGER       NOT NULL,
  received DECIMAL(16,2) NOT NULL,
  returned DECIMAL(16,2) NOT NULL,
  CONSTRAINT payments_export_pk PRIMARY KEY (number)
);

-- What exports without days held: each booking, and each part of a refund, in one of them.
CREATE TABLE payments_exported (
  order_id  VARCHAR(36) NOT NULL,
  line      INTEGER     NOT NULL,
  refund    VARCHAR(36) NOT NULL,
  export_no INTEGER     NOT NULL,
  CONSTRAINT payments_exported_pk PRIMARY KEY (order_id, line, refund),
  CONSTRAINT payments_exported_export FOREIGN KEY (export_no) REFERENCES payments_export (number)
);

CREATE INDEX payments_exported_no ON payments_exported (export_no);

-- What was given back of costs and principal, so that dues need not ask the refunds: the due is owed again by so much.
ALTER TABLE payments_booking ADD COLUMN given_back DECIMAL(14,2) DEFAULT 0 NOT NULL;
ALTER TABLE payments_booking ADD CONSTRAINT payments_booking_given_back CHECK
  (given_back >= 0 AND given_back <= costs + principal);

-- What clerks look for.
CREATE INDEX payments_act_time ON payments_act (created DESC);
CREATE INDEX payments_order_reference ON payments_order (reference);
CREATE INDEX payments_order_line_party ON payments_order_line (party_key);
CREATE INDEX payments_event_order ON payments_event (order_id);
CREATE INDEX payments_booking_booked ON payments_booking (booked);
CREATE INDEX payments_due_number ON payments_due (card);
CREATE INDEX payments_payment_party ON payments_payment (party_key, paid_on);
