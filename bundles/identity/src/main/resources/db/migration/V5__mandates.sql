-- Mandates: offered by the person represented and accepted by link, or entered by a clerk. The agent is not known before
-- the offer is accepted; names are kept as they were given.
CREATE TABLE identity_mandate (
  id             VARCHAR(36)  NOT NULL,
  principal      VARCHAR(32)  NOT NULL,
  principal_name VARCHAR(200) NOT NULL,
  agent          VARCHAR(36),
  agent_name     VARCHAR(200) NOT NULL,
  basis          VARCHAR(200) NOT NULL,
  granted_by     VARCHAR(36)  NOT NULL,
  granted_at     TIMESTAMP    NOT NULL,
  valid_from     DATE         NOT NULL,
  valid_to       DATE,
  offer_hash     VARCHAR(64),
  offer_until    TIMESTAMP,
  revoked_at     TIMESTAMP,
  version        INTEGER      NOT NULL,
  CONSTRAINT identity_mandate_pk PRIMARY KEY (id),
  CONSTRAINT identity_mandate_agent FOREIGN KEY (agent) REFERENCES identity_account (id),
  CONSTRAINT identity_mandate_granted_by FOREIGN KEY (granted_by) REFERENCES identity_account (id),
  CONSTRAINT identity_mandate_days CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT identity_mandate_known CHECK (agent IS NOT NULL OR offer_hash IS NOT NULL)
);
CREATE INDEX identity_mandate_of_principal ON identity_mandate (principal);
CREATE INDEX identity_mandate_of_agent ON identity_mandate (agent);
CREATE INDEX identity_mandate_offer ON identity_mandate (offer_hash);

-- What a mandate covers: module (or *) and right, such as payments:PAY.
CREATE TABLE identity_mandate_scope (
  mandate VARCHAR(36) NOT NULL,
  scope   VARCHAR(48) NOT NULL,
  CONSTRAINT identity_mandate_scope_pk PRIMARY KEY (mandate, scope),
  CONSTRAINT identity_mandate_scope_mandate FOREIGN KEY (mandate) REFERENCES identity_mandate (id)
);
