-- Its only row is held by whoever takes a file or decides an entry: they read the same rows, and one after another none waits
-- for the other for ever.
CREATE TABLE payments_bank_desk (
  turns BIGINT NOT NULL
);

INSERT INTO payments_bank_desk VALUES (0);

-- Files of the bank that were taken: by whom, and what was in them.
CREATE TABLE payments_bank_file (
  id         VARCHAR(36)  NOT NULL,
  name       VARCHAR(255) NOT NULL,
  taken_at   TIMESTAMP    NOT NULL,
  taken_by   VARCHAR(120) NOT NULL,
  encoding   VARCHAR(20)  NOT NULL,
  statements INTEGER      NOT NULL,
  taken      INTEGER      NOT NULL,
  known      INTEGER      NOT NULL,
  rejected   INTEGER      NOT NULL,
  CONSTRAINT payments_bank_file_pk PRIMARY KEY (id)
);

CREATE INDEX payments_bank_file_taken ON payments_bank_file (taken_at);

-- What of a file could not be taken, and why; nothing of what stood there.
CREATE TABLE payments_bank_fault (
  file_id   VARCHAR(36) NOT NULL,
  number    INTEGER     NOT NULL,
  line      INTEGER     NOT NULL,
  statement VARCHAR(70) NOT NULL,
  position  INTEGER     NOT NULL,
  reason    VARCHAR(20) NOT NULL,
  CONSTRAINT payments_bank_fault_pk PRIMARY KEY (file_id, number),
  CONSTRAINT payments_bank_fault_file FOREIGN KEY (file_id) REFERENCES payments_bank_file (id)
);

-- Movements on the accounts of the gmina. The id is made of account, statement, day, position, amount and title, so that the
-- same movement in another file is the same row. Of money that is assigned all is, of other money nothing.
CREATE TABLE payments_bank_entry (
  id              VARCHAR(64)   NOT NULL,
  file_id         VARCHAR(36)   NOT NULL,
  statement       VARCHAR(70)   NOT NULL,
  position        INTEGER       NOT NULL,
  line            INTEGER       NOT NULL,
  booked          DATE          NOT NULL,
  valued          DATE          NOT NULL,
  direction       VARCHAR(16)   NOT NULL,
  amount          DECIMAL(14,2) NOT NULL,
  account         VARCHAR(26)   NOT NULL,
  counter_account VARCHAR(40)   NOT NULL,
  counter_name    VARCHAR(200)  NOT NULL,
  title           VARCHAR(1000) NOT NULL,
  reference       VARCHAR(140)  NOT NULL,
  state           VARCHAR(12)   NOT NULL,
  assigned        DECIMAL(14,2) NOT NULL,
  decided         TIMESTAMP,
  decided_by      VARCHAR(120)  NOT NULL,
  reason          VARCHAR(500)  NOT NULL,
  changes         INTEGER       NOT NULL,
  CONSTRAINT payments_bank_entry_pk PRIMARY KEY (id),
  CONSTRAINT payments_bank_entry_file FOREIGN KEY (file_id) REFERENCES payments_bank_file (id),
  CONSTRAINT payments_bank_entry_amount CHECK (amount > 0),
  CONSTRAINT payments_bank_entry_whole CHECK
    ((state IN ('matched', 'assigned') AND assigned = amount)
     OR (state IN ('new', 'waiting', 'returned', 'aside', 'reversed', 'reversal') AND assigned = 0))
);

CREATE INDEX payments_bank_entry_state ON payments_bank_entry (state, booked);
CREATE INDEX payments_bank_entry_of ON payments_bank_entry (file_id);
CREATE INDEX payments_bank_entry_from ON payments_bank_entry (counter_account);

-- What a transfer paid of each due, or more than anybody owed: then surplus, without a due where it is the card's. The row
-- leaves the portal's reckoning when the tax system has taken it over, or when the bank has taken the money back.
CREATE TABLE payments_assignment (
  entry_id   VARCHAR(64)   NOT NULL,
  number     INTEGER       NOT NULL,
  source     VARCHAR(32)   NOT NULL,
  due_id     VARCHAR(64)   NOT NULL,
  party_key  VARCHAR(32)   NOT NULL,
  card       VARCHAR(40)   NOT NULL,
  costs      DECIMAL(14,2) NOT NULL,
  interest   DECIMAL(14,2) NOT NULL,
  principal  DECIMAL(14,2) NOT NULL,
  surplus    DECIMAL(14,2) NOT NULL,
  paid_on    DATE          NOT NULL,
  booked     TIMESTAMP     NOT NULL,
  undone_by  VARCHAR(64),
  taken_over TIMESTAMP,
  in_due     TIMESTAMP,
  CONSTRAINT payments_assignment_pk PRIMARY KEY (entry_id, number),
  CONSTRAINT payments_assignment_entry FOREIGN KEY (entry_id) REFERENCES payments_bank_entry (id),
  CONSTRAINT payments_assignment_undone FOREIGN KEY (undone_by) REFERENCES payments_bank_entry (id),
  CONSTRAINT payments_assignment_once UNIQUE (entry_id, source, due_id, party_key, card),
  CONSTRAINT payments_assignment_amounts CHECK
    (costs >= 0 AND interest >= 0 AND principal >= 0 AND surplus >= 0 AND costs + interest + principal + surplus > 0)
);

CREATE INDEX payments_assignment_due ON payments_assignment (source, due_id);
CREATE INDEX payments_assignment_party ON payments_assignment (party_key);
CREATE INDEX payments_booking_party ON payments_booking (party_key);

-- The number of the card as titles of transfers are compared with it: letters A to Z and digits. The module fills it in
-- for rows of before, because SQL cannot say it the same way on both products.
ALTER TABLE payments_due ADD COLUMN bare_card VARCHAR(120);
CREATE INDEX payments_due_bare ON payments_due (bare_card);
CREATE INDEX payments_due_amount ON payments_due (principal, paid);
