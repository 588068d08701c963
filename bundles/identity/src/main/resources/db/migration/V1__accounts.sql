-- Accounts. user_name and email_normal are lower case, so that two spellings of one name cannot both be taken.
CREATE TABLE identity_account (
  id           VARCHAR(36)  NOT NULL,
  user_name    VARCHAR(64)  NOT NULL,
  email        VARCHAR(254) NOT NULL,
  email_normal VARCHAR(254) NOT NULL,
  first_name   VARCHAR(80)  NOT NULL,
  last_name    VARCHAR(80)  NOT NULL,
  state        VARCHAR(16)  NOT NULL,
  password     VARCHAR(200),
  language     VARCHAR(8),
  party_key    VARCHAR(32),
  pesel        VARCHAR(120),
  verified_at  TIMESTAMP,
  created_at   TIMESTAMP    NOT NULL,
  signed_in_at TIMESTAMP,
  version      INTEGER      NOT NULL,
  CONSTRAINT identity_account_pk PRIMARY KEY (id),
  CONSTRAINT identity_account_user_name UNIQUE (user_name),
  CONSTRAINT identity_account_email UNIQUE (email_normal),
  -- one account for a person: of two with the same PESEL the second is refused
  CONSTRAINT identity_account_party UNIQUE (party_key),
  CONSTRAINT identity_account_state CHECK (state IN ('UNCONFIRMED', 'ACTIVE', 'CLOSED'))
);

CREATE TABLE identity_role (
  account VARCHAR(36) NOT NULL,
  role    VARCHAR(48) NOT NULL,
  CONSTRAINT identity_role_pk PRIMARY KEY (account, role),
  CONSTRAINT identity_role_account FOREIGN KEY (account) REFERENCES identity_account (id)
);

-- Links that were sent by e-mail. Only the hash of what the link holds is kept.
CREATE TABLE identity_link (
  hash       VARCHAR(64) NOT NULL,
  account    VARCHAR(36) NOT NULL,
  purpose    VARCHAR(16) NOT NULL,
  expires_at TIMESTAMP   NOT NULL,
  CONSTRAINT identity_link_pk PRIMARY KEY (hash),
  CONSTRAINT identity_link_account FOREIGN KEY (account) REFERENCES identity_account (id)
);
CREATE INDEX identity_link_of ON identity_link (account, purpose);

-- Guesses at passwords: how many failed in a row, and from when on the next one is looked at.
CREATE TABLE identity_guess (
  subject  VARCHAR(64) NOT NULL,
  failures INTEGER     NOT NULL,
  free_at  TIMESTAMP   NOT NULL,
  CONSTRAINT identity_guess_pk PRIMARY KEY (subject)
);
