-- A PIN with which a phone can be paired, shown once; its hash is under a secret of the portal. One for each account.
CREATE TABLE identity_pairing (
  account    VARCHAR(36)  NOT NULL,
  pin        VARCHAR(160) NOT NULL,
  tries      INTEGER      NOT NULL,
  expires_at TIMESTAMP    NOT NULL,
  CONSTRAINT identity_pairing_pk PRIMARY KEY (account),
  CONSTRAINT identity_pairing_account FOREIGN KEY (account) REFERENCES identity_account (id)
);

-- Phones that are paired. The phone alone has the secret; it is unlocked by a PIN of its own or by a passkey.
CREATE TABLE identity_device (
  id         VARCHAR(36)   NOT NULL,
  account    VARCHAR(36)   NOT NULL,
  name       VARCHAR(60)   NOT NULL,
  secret     VARCHAR(64)   NOT NULL,
  pin        VARCHAR(160),
  passkey    VARCHAR(3000),
  sign_count BIGINT        NOT NULL,
  tries      INTEGER       NOT NULL,
  paired_at  TIMESTAMP     NOT NULL,
  used_at    TIMESTAMP,
  CONSTRAINT identity_device_pk PRIMARY KEY (id),
  CONSTRAINT identity_device_secret UNIQUE (secret),
  CONSTRAINT identity_device_account FOREIGN KEY (account) REFERENCES identity_account (id),
  CONSTRAINT identity_device_lock CHECK ((pin IS NULL AND passkey IS NOT NULL) OR (pin IS NOT NULL AND passkey IS NULL))
);
CREATE INDEX identity_device_of ON identity_device (account, paired_at);
