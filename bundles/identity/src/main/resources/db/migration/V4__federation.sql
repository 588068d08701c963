-- Whom the identity providers know: by which name of theirs, and which account it is here.
CREATE TABLE identity_federated (
  provider     VARCHAR(40)  NOT NULL,
  subject      VARCHAR(200) NOT NULL,
  account      VARCHAR(36)  NOT NULL,
  connected_at TIMESTAMP    NOT NULL,
  CONSTRAINT identity_federated_pk PRIMARY KEY (provider, subject),
  CONSTRAINT identity_federated_once UNIQUE (account, provider),
  CONSTRAINT identity_federated_account FOREIGN KEY (account) REFERENCES identity_account (id)
);

-- login.gov.pl tells no e-mail address, so an account may have none.
ALTER TABLE identity_account ALTER COLUMN email DROP NOT NULL;
ALTER TABLE identity_account ALTER COLUMN email_normal DROP NOT NULL;
