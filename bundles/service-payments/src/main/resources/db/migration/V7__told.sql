-- What modules are told of their dues: each booking, and each part of a refund, once, in this order for each due. tell_at
-- says when it is told next; it is null when the module has taken it.
CREATE TABLE payments_told (
  number   BIGINT      NOT NULL GENERATED ALWAYS AS IDENTITY,
  source   VARCHAR(32) NOT NULL,
  due_id   VARCHAR(64) NOT NULL,
  order_id VARCHAR(36) NOT NULL,
  line     INTEGER     NOT NULL,
  refund   VARCHAR(36) NOT NULL,
  tell_at  TIMESTAMP,
  tried    INTEGER     NOT NULL,
  told     TIMESTAMP,
  CONSTRAINT payments_told_pk PRIMARY KEY (number),
  CONSTRAINT payments_told_once UNIQUE (order_id, line, refund),
  CONSTRAINT payments_told_booking FOREIGN KEY (order_id, line) REFERENCES payments_booking (order_id, line)
);

CREATE INDEX payments_told_waiting ON payments_told (source, tell_at);
CREATE INDEX payments_told_due ON payments_told (source, due_id, number);

-- The books of other modules' dues; entry and line are the name under which the module is told. What of a refund changes the
-- due is negative.
CREATE VIEW payments_module_entry AS
SELECT b.order_id AS entry, b.line, b.order_id, CAST('' AS VARCHAR(36)) AS refund, b.source, b.due_id, b.party_key,
       b.costs, b.interest, b.principal, b.surplus, b.paid_on, b.booked AS happened, b.costs + b.principal AS effect
FROM payments_booking b
WHERE b.source <> 'payments'
UNION ALL
SELECT g.refund AS entry, g.line, g.order_id, g.refund, b.source, b.due_id, b.party_key,
       g.costs, g.interest, g.principal, g.surplus, b.paid_on, g.returned AS happened, 0 - g.costs - g.principal AS effect
FROM payments_refund_line g
JOIN payments_booking b ON b.order_id = g.order_id AND b.line = g.line
WHERE b.source <> 'payments' AND g.returned IS NOT NULL;
