-- A due of another module is not in these tables: whoever books it holds its row here until the transaction is over.
CREATE TABLE payments_module_due (
  source VARCHAR(32) NOT NULL,
  due_id VARCHAR(64) NOT NULL,
  turns  BIGINT      NOT NULL,
  CONSTRAINT payments_module_due_pk PRIMARY KEY (source, due_id)
);

DROP VIEW payments_module_entry;

-- The books of other modules' dues; entry and line are the name under which the module is told. What was given back, or taken
-- back by the bank, names the entry that it reverses, and changes the due by less than nothing.
CREATE VIEW payments_module_entry AS
SELECT b.order_id AS entry, b.line, CAST('' AS VARCHAR(64)) AS reverses, b.source, b.due_id, b.party_key,
       b.costs, b.interest, b.principal, b.surplus, b.paid_on, b.booked AS happened, b.costs + b.principal AS effect
FROM payments_booking b
WHERE b.source <> 'payments'
UNION ALL
SELECT g.refund AS entry, g.line, g.order_id AS reverses, b.source, b.due_id, b.party_key,
       g.costs, g.interest, g.principal, g.surplus, b.paid_on, g.returned AS happened, 0 - g.costs - g.principal AS effect
FROM payments_refund_line g
JOIN payments_booking b ON b.order_id = g.order_id AND b.line = g.line
WHERE b.source <> 'payments' AND g.returned IS NOT NULL
UNION ALL
SELECT a.entry_id AS entry, a.number AS line, CAST('' AS VARCHAR(64)) AS reverses, a.source, a.due_id, a.party_key,
       a.costs, a.interest, a.principal, a.surplus, a.paid_on, a.booked AS happened, a.costs + a.principal AS effect
FROM payments_assignment a
WHERE a.source <> 'payments'
UNION ALL
SELECT a.undone_by AS entry, a.number AS line, a.entry_id AS reverses, a.source, a.due_id, a.party_key,
       a.costs, a.interest, a.principal, a.surplus, a.paid_on, a.undone AS happened, 0 - a.costs - a.principal AS effect
FROM payments_assignment a
WHERE a.source <> 'payments' AND a.undone_by IS NOT NULL;

-- What modules are told of their dues: each entry of these books, once, in this order for each due. tell_at says when it is
-- told next; it is null when the module has taken it.
CREATE TABLE payments_telling (
  number  BIGINT      NOT NULL GENERATED ALWAYS AS IDENTITY,
  source  VARCHAR(32) NOT NULL,
  due_id  VARCHAR(64) NOT NULL,
  entry   VARCHAR(64) NOT NULL,
  line    INTEGER     NOT NULL,
  tell_at TIMESTAMP,
  tried   INTEGER     NOT NULL,
  told    TIMESTAMP,
  CONSTRAINT payments_telling_pk PRIMARY KEY (number),
  CONSTRAINT payments_telling_once UNIQUE (entry, line)
);

INSERT INTO payments_telling (source, due_id, entry, line, tell_at, tried, told)
SELECT source, due_id, CASE WHEN refund = '' THEN order_id ELSE refund END, line, tell_at, tried, told
FROM payments_told ORDER BY number;

DROP TABLE payments_told;

CREATE INDEX payments_telling_waiting ON payments_telling (source, tell_at);
CREATE INDEX payments_telling_due ON payments_telling (source, due_id, number);

-- What a reversal has taken back is looked up by it.
CREATE INDEX payments_assignment_by ON payments_assignment (undone_by);

-- A card is found by its bare number, and the few dues of a party by the party: an import keeps two indexes less.
DROP INDEX payments_due_number;
DROP INDEX payments_due_card;
