-- Letters to be sent. The text goes when the letter has left: it may hold links that open accounts.
CREATE TABLE outbox_letter (
  id          BIGINT       NOT NULL GENERATED ALWAYS AS IDENTITY,
  recipient   VARCHAR(254) NOT NULL,
  subject     VARCHAR(200) NOT NULL,
  letter_text VARCHAR(32000),
  state       VARCHAR(8)   NOT NULL,
  written_at  TIMESTAMP    NOT NULL,
  attempts    INTEGER      NOT NULL,
  next_at     TIMESTAMP    NOT NULL,
  trouble     VARCHAR(500) NOT NULL,
  CONSTRAINT outbox_letter_pk PRIMARY KEY (id),
  CONSTRAINT outbox_letter_state CHECK (state IN ('WAITING', 'SENT', 'REFUSED'))
);
CREATE INDEX outbox_letter_due ON outbox_letter (state, next_at);
