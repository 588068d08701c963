-- The second step of signing in: a secret shared with an app, encrypted; last_step is the last 30 seconds that a code was
-- taken for, so that no code is good twice.
CREATE TABLE identity_second_factor (
  account   VARCHAR(36)  NOT NULL,
  secret    VARCHAR(160) NOT NULL,
  last_step BIGINT       NOT NULL,
  CONSTRAINT identity_second_factor_pk PRIMARY KEY (account),
  CONSTRAINT identity_second_factor_account FOREIGN KEY (account) REFERENCES identity_account (id)
);

-- Codes on paper, for who has lost the phone; each is good once.
CREATE TABLE identity_recovery_code (
  account VARCHAR(36) NOT NULL,
  hash    VARCHAR(64) NOT NULL,
  CONSTRAINT identity_recovery_code_pk PRIMARY KEY (account, hash),
  CONSTRAINT identity_recovery_code_account FOREIGN KEY (account) REFERENCES identity_second_factor (account)
);
