-- What a transfer was booked as, kept as it was then: reports and exports say the same whenever they are asked.
ALTER TABLE payments_assignment ADD COLUMN kind VARCHAR(16) DEFAULT '' NOT NULL;
ALTER TABLE payments_assignment ADD COLUMN creditor VARCHAR(26) DEFAULT '' NOT NULL;

UPDATE payments_assignment SET
  kind = COALESCE(
    (SELECT d.kind FROM payments_due d WHERE d.source_id = payments_assignment.due_id),
    (SELECT MIN(d.kind) FROM payments_due d
     WHERE d.party_key = payments_assignment.party_key AND d.card = payments_assignment.card),
    'other'),
  creditor = COALESCE(
    (SELECT d.creditor_account FROM payments_due d WHERE d.source_id = payments_assignment.due_id),
    (SELECT MIN(d.creditor_account) FROM payments_due d
     WHERE d.party_key = payments_assignment.party_key AND d.card = payments_assignment.card),
    (SELECT e.account FROM payments_bank_entry e WHERE e.id = payments_assignment.entry_id));

-- When the bank took it back.
ALTER TABLE payments_assignment ADD COLUMN undone TIMESTAMP;

UPDATE payments_assignment SET undone =
  (SELECT e.decided FROM payments_bank_entry e WHERE e.id = payments_assignment.undone_by)
WHERE undone_by IS NOT NULL;

ALTER TABLE payments_assignment ADD CONSTRAINT payments_assignment_undone_when CHECK
  ((undone_by IS NULL AND undone IS NULL) OR (undone_by IS NOT NULL AND undone IS NOT NULL));

CREATE INDEX payments_assignment_booked ON payments_assignment (booked);
CREATE INDEX payments_assignment_taken_back ON payments_assignment (undone);

-- What exports without days held of transfers: each booking, and each one that was taken back, in one of them.
CREATE TABLE payments_exported_transfer (
  entry_id  VARCHAR(64) NOT NULL,
  number    INTEGER     NOT NULL,
  entry     VARCHAR(8)  NOT NULL,
  export_no INTEGER     NOT NULL,
  CONSTRAINT payments_exported_transfer_pk PRIMARY KEY (entry_id, number, entry),
  CONSTRAINT payments_exported_transfer_export FOREIGN KEY (export_no) REFERENCES payments_export (number),
  CONSTRAINT payments_exported_transfer_entry CHECK (entry IN ('payment', 'reversal'))
);

CREATE INDEX payments_exported_transfer_no ON payments_exported_transfer (export_no);
