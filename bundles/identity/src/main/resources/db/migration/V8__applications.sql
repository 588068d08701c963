-- Applications for an account, which a clerk decides on. While one is open its address is in open_for too, so that there are
-- never two open ones for an address.
CREATE TABLE identity_application (
  id         VARCHAR(36)   NOT NULL,
  first_name VARCHAR(80)   NOT NULL,
  last_name  VARCHAR(80)   NOT NULL,
  email      VARCHAR(254)  NOT NULL,
  language   VARCHAR(8)    NOT NULL,
  message    VARCHAR(1000) NOT NULL,
  asked_at   TIMESTAMP     NOT NULL,
  state      VARCHAR(8)    NOT NULL,
  decided_at TIMESTAMP,
  decided_by VARCHAR(36),
  reason     VARCHAR(1000) NOT NULL,
  open_for   VARCHAR(254),
  version    INTEGER       NOT NULL,
  CONSTRAINT identity_application_pk PRIMARY KEY (id),
  CONSTRAINT identity_application_open UNIQUE (open_for),
  CONSTRAINT identity_application_state CHECK (state IN ('NEW', 'GRANTED', 'REFUSED'))
);
CREATE INDEX identity_application_order ON identity_application (state, asked_at);
