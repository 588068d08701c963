-- What owners of accounts want to be seen by, made anew by the portal.
CREATE TABLE identity_picture (
  account VARCHAR(36) NOT NULL,
  content BLOB(1M) NOT NULL,
  CONSTRAINT identity_picture_pk PRIMARY KEY (account),
  CONSTRAINT identity_picture_account FOREIGN KEY (account) REFERENCES identity_account (id)
);
