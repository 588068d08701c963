-- Dues as the tax system hands them over; source_id is its id, so a second import finds the row again.
CREATE TABLE payments_due (
  source_id        VARCHAR(64)   NOT NULL,
  party_key        VARCHAR(32)   NOT NULL,
  card             VARCHAR(40)   NOT NULL,
  kind             VARCHAR(16)   NOT NULL,
  decision         VARCHAR(80)   NOT NULL,
  tax_year         INTEGER       NOT NULL,
  instalment       INTEGER       NOT NULL,
  instalments      INTEGER       NOT NULL,
  period           VARCHAR(40)   NOT NULL,
  due_day          DATE          NOT NULL,
  principal        DECIMAL(14,2) NOT NULL,
  paid             DECIMAL(14,2) NOT NULL,
  pending          DECIMAL(14,2) NOT NULL,
  reminder_cost    DECIMAL(14,2) NOT NULL,
  creditor_account VARCHAR(26)   NOT NULL,
  fingerprint      VARCHAR(32)   NOT NULL,
  version          INTEGER       NOT NULL,
  CONSTRAINT payments_due_pk PRIMARY KEY (source_id),
  CONSTRAINT payments_due_amounts CHECK
    (principal >= 0 AND paid >= 0 AND paid <= principal AND pending >= 0 AND reminder_cost >= 0)
);

-- Every question is asked for one party: what is due when, and what is on a card.
CREATE INDEX payments_due_party ON payments_due (party_key, due_day);
CREATE INDEX payments_due_card ON payments_due (party_key, card);

-- Payments that the tax system has booked; surplus is what of them is an overpayment.
CREATE TABLE payments_payment (
  source_id     VARCHAR(64)   NOT NULL,
  party_key     VARCHAR(32)   NOT NULL,
  card          VARCHAR(40)   NOT NULL,
  due_source_id VARCHAR(64)   NOT NULL,
  paid_on       DATE          NOT NULL,
  amount        DECIMAL(14,2) NOT NULL,
  surplus       DECIMAL(14,2) NOT NULL,
  fingerprint   VARCHAR(32)   NOT NULL,
  version       INTEGER       NOT NULL,
  CONSTRAINT payments_payment_pk PRIMARY KEY (source_id),
  CONSTRAINT payments_payment_surplus CHECK (surplus >= 0)
);

CREATE INDEX payments_payment_card ON payments_payment (party_key, card);

-- What a tax is made of: base, rate, area.
CREATE TABLE payments_component (
  source_id   VARCHAR(64)   NOT NULL,
  party_key   VARCHAR(32)   NOT NULL,
  card        VARCHAR(40)   NOT NULL,
  tax_year    INTEGER       NOT NULL,
  name        VARCHAR(120)  NOT NULL,
  area        DECIMAL(16,4) NOT NULL,
  base        DECIMAL(16,4) NOT NULL,
  unit        VARCHAR(20)   NOT NULL,
  rate        DECIMAL(16,6) NOT NULL,
  amount      DECIMAL(14,2) NOT NULL,
  fingerprint VARCHAR(32)   NOT NULL,
  version     INTEGER       NOT NULL,
  CONSTRAINT payments_component_pk PRIMARY KEY (source_id)
);

CREATE INDEX payments_component_card ON payments_component (party_key, card);

-- Files that were read to their end.
CREATE TABLE payments_import (
  finished  TIMESTAMP    NOT NULL,
  sheet     VARCHAR(16)  NOT NULL,
  file_name VARCHAR(255) NOT NULL,
  accepted  BIGINT       NOT NULL,
  changed   BIGINT       NOT NULL,
  unchanged BIGINT       NOT NULL,
  rejected  BIGINT       NOT NULL
);

CREATE INDEX payments_import_finished ON payments_import (finished);
