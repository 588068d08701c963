-- Who wants a letter before a due day, or after it, and when; without a row nobody is written to. The address is not kept: it
-- is asked for before each letter. done_on is the last day on which a round looked after the account.
CREATE TABLE payments_reminder (
  account     VARCHAR(64) NOT NULL,
  party_key   VARCHAR(32) NOT NULL,
  before_days INTEGER     NOT NULL,
  afterwards  BOOLEAN     NOT NULL,
  chosen      TIMESTAMP   NOT NULL,
  done_on     DATE,
  CONSTRAINT payments_reminder_pk PRIMARY KEY (account),
  CONSTRAINT payments_reminder_days CHECK (before_days IN (0, 1, 3, 7, 14)),
  CONSTRAINT payments_reminder_any CHECK (before_days > 0 OR afterwards = TRUE)
);

-- Of what an account was reminded: of each due once before its day and once after.
CREATE TABLE payments_reminder_sent (
  account VARCHAR(64) NOT NULL,
  source  VARCHAR(32) NOT NULL,
  due_id  VARCHAR(64) NOT NULL,
  kind    VARCHAR(8)  NOT NULL,
  sent    TIMESTAMP   NOT NULL,
  CONSTRAINT payments_reminder_sent_pk PRIMARY KEY (account, source, due_id, kind),
  CONSTRAINT payments_reminder_sent_kind CHECK (kind IN ('before', 'after'))
);

CREATE INDEX payments_reminder_sent_at ON payments_reminder_sent (sent);
