-- Scans of the documents that prove mandates, encrypted: a document may hold anything. Apart from the mandates, so that lists
-- do not read them.
CREATE TABLE identity_mandate_scan (
  mandate VARCHAR(36)  NOT NULL,
  name    VARCHAR(120) NOT NULL,
  type    VARCHAR(8)   NOT NULL,
  content BLOB(11M) NOT NULL,
  CONSTRAINT identity_mandate_scan_pk PRIMARY KEY (mandate),
  CONSTRAINT identity_mandate_scan_mandate FOREIGN KEY (mandate) REFERENCES identity_mandate (id),
  CONSTRAINT identity_mandate_scan_type CHECK (type IN ('PDF', 'JPEG', 'PNG'))
);
ALTER TABLE identity_mandate ADD COLUMN scan VARCHAR(120);
