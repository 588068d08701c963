-- An address that shall take the place of an account's: once both are confirmed, by links that are sent to each.
CREATE TABLE identity_email_change (
  account      VARCHAR(36)  NOT NULL,
  email        VARCHAR(254) NOT NULL,
  old_agreed   SMALLINT     NOT NULL,
  new_agreed   SMALLINT     NOT NULL,
  requested_at TIMESTAMP    NOT NULL,
  version      INTEGER      NOT NULL,
  CONSTRAINT identity_email_change_pk PRIMARY KEY (account),
  CONSTRAINT identity_email_change_account FOREIGN KEY (account) REFERENCES identity_account (id)
);
