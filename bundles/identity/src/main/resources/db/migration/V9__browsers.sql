-- Browsers in which an account was used. Each keeps a secret, of which a hash is here, another one for each account: two
-- accounts of one browser cannot be told to be so.
CREATE TABLE identity_browser (
  account     VARCHAR(36) NOT NULL,
  secret_hash VARCHAR(64) NOT NULL,
  browser     VARCHAR(40) NOT NULL,
  operating   VARCHAR(40) NOT NULL,
  first_used  TIMESTAMP   NOT NULL,
  last_used   TIMESTAMP   NOT NULL,
  CONSTRAINT identity_browser_pk PRIMARY KEY (account, secret_hash),
  CONSTRAINT identity_browser_account FOREIGN KEY (account) REFERENCES identity_account (id)
);
