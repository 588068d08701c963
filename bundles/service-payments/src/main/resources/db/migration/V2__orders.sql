-- What was paid, or is being paid, in the portal. An act is what somebody paid at once; the same act asked for twice (a
-- second click, a page sent again) is the same act.
CREATE TABLE payments_act (
  id         VARCHAR(36)  NOT NULL,
  payer      VARCHAR(64)  NOT NULL,
  mandate    VARCHAR(64)  NOT NULL,
  request    VARCHAR(64)  NOT NULL,
  gateway    VARCHAR(32)  NOT NULL,
  email      VARCHAR(254) NOT NULL,
  address    VARCHAR(64)  NOT NULL,
  language   VARCHAR(8)   NOT NULL,
  created    TIMESTAMP    NOT NULL,
  expires    TIMESTAMP    NOT NULL,
  CONSTRAINT payments_act_pk PRIMARY KEY (id),
  CONSTRAINT payments_act_once UNIQUE (payer, request)
);

CREATE INDEX payments_act_created ON payments_act (payer, created);

-- One payment at a gateway. ask_at says when the gateway is asked again how it stands.
CREATE TABLE payments_order (
  id        VARCHAR(36)   NOT NULL,
  act       VARCHAR(36)   NOT NULL,
  number    INTEGER       NOT NULL,
  state     VARCHAR(12)   NOT NULL,
  amount    DECIMAL(14,2) NOT NULL,
  reference VARCHAR(100)  NOT NULL,
  page      VARCHAR(2000) NOT NULL,
  paid_at   TIMESTAMP,
  ask_at    TIMESTAMP,
  asked     INTEGER       NOT NULL,
  changes   INTEGER       NOT NULL,
  CONSTRAINT payments_order_pk PRIMARY KEY (id),
  CONSTRAINT payments_order_act FOREIGN KEY (act) REFERENCES payments_act (id),
  CONSTRAINT payments_order_number UNIQUE (act, number),
  CONSTRAINT payments_order_amount CHECK (amount > 0)
);

CREATE INDEX payments_order_ask ON payments_order (ask_at);

-- What an order pays of each due.
CREATE TABLE payments_order_line (
  order_id  VARCHAR(36)   NOT NULL,
  line      INTEGER       NOT NULL,
  source    VARCHAR(32)   NOT NULL,
  due_id    VARCHAR(64)   NOT NULL,
  party_key VARCHAR(32)   NOT NULL,
  title     VARCHAR(200)  NOT NULL,
  creditor  VARCHAR(26)   NOT NULL,
  costs     DECIMAL(14,2) NOT NULL,
  interest  DECIMAL(14,2) NOT NULL,
  principal DECIMAL(14,2) NOT NULL,
  CONSTRAINT payments_order_line_pk PRIMARY KEY (order_id, line),
  CONSTRAINT payments_order_line_order FOREIGN KEY (order_id) REFERENCES payments_order (id),
  CONSTRAINT payments_order_line_once UNIQUE (order_id, source, due_id),
  CONSTRAINT payments_order_line_amounts CHECK
    (costs >= 0 AND interest >= 0 AND principal >= 0 AND costs + interest + principal > 0)
);

CREATE INDEX payments_order_line_due ON payments_order_line (source, due_id);

-- Whatever happened to an order, in order.
CREATE TABLE payments_journal (
  order_id VARCHAR(36)  NOT NULL,
  number   INTEGER      NOT NULL,
  happened TIMESTAMP    NOT NULL,
  state    VARCHAR(12)  NOT NULL,
  cause    VARCHAR(24)  NOT NULL,
  detail   VARCHAR(200) NOT NULL,
  CONSTRAINT payments_journal_pk PRIMARY KEY (order_id, number),
  CONSTRAINT payments_journal_order FOREIGN KEY (order_id) REFERENCES payments_order (id)
);

-- What gateways notified and was signed: each event once, kept before it is answered.
CREATE TABLE payments_event (
  gateway   VARCHAR(32)   NOT NULL,
  event     VARCHAR(200)  NOT NULL,
  order_id  VARCHAR(64)   NOT NULL,
  reference VARCHAR(100)  NOT NULL,
  said      VARCHAR(12)   NOT NULL,
  amount    DECIMAL(14,2) NOT NULL,
  paid_at   TIMESTAMP,
  digest    VARCHAR(64)   NOT NULL,
  received  TIMESTAMP     NOT NULL,
  done      TIMESTAMP,
  CONSTRAINT payments_event_pk PRIMARY KEY (gateway, event)
);

CREATE INDEX payments_event_waiting ON payments_event (done, received);

-- The books: each line of a confirmed order once. What a due did not need any more is surplus. The row leaves the portal's
-- reckoning when the tax system has taken it over.
CREATE TABLE payments_booking (
  order_id   VARCHAR(36)   NOT NULL,
  line       INTEGER       NOT NULL,
  source     VARCHAR(32)   NOT NULL,
  due_id     VARCHAR(64)   NOT NULL,
  party_key  VARCHAR(32)   NOT NULL,
  costs      DECIMAL(14,2) NOT NULL,
  interest   DECIMAL(14,2) NOT NULL,
  principal  DECIMAL(14,2) NOT NULL,
  surplus    DECIMAL(14,2) NOT NULL,
  paid_on    DATE          NOT NULL,
  booked     TIMESTAMP     NOT NULL,
  taken_over TIMESTAMP,
  CONSTRAINT payments_booking_pk PRIMARY KEY (order_id, line),
  CONSTRAINT payments_booking_line FOREIGN KEY (order_id, line) REFERENCES payments_order_line (order_id, line),
  CONSTRAINT payments_booking_amounts CHECK (costs >= 0 AND interest >= 0 AND principal >= 0 AND surplus >= 0)
);

CREATE INDEX payments_booking_due ON payments_booking (source, due_id);

-- Dues as they stand in the portal: what was paid here and has not come back from the tax system is pending.
CREATE VIEW payments_due_now AS
SELECT d.source_id, d.party_key, d.card, d.kind, d.decision, d.tax_year, d.instalment, d.instalments, d.period, d.due_day,
       d.principal, d.paid,
       d.pending
         + COALESCE((SELECT SUM(b.costs + b.principal) FROM payments_booking b
                     WHERE b.source = 'payments' AND b.due_id = d.source_id AND b.taken_over IS NULL), 0)
         + COALESCE((SELECT SUM(l.costs + l.principal) FROM payments_order_line l
                     JOIN payments_order o ON o.id = l.order_id
                     WHERE l.source = 'payments' AND l.due_id = d.source_id AND o.state IN ('pending', 'confirmed')), 0)
         AS pending,
       d.reminder_cost, d.creditor_account
FROM payments_due d;
