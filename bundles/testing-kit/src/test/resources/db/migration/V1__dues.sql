CREATE TABLE kit_due (
    id BIGINT NOT NULL PRIMARY KEY,
    title VARCHAR(200) NOT NULL,
    amount DECIMAL(12, 2) NOT NULL,
    due DATE NOT NULL,
    booked TIMESTAMP,
    version INT NOT NULL,
    CONSTRAINT kit_due_title UNIQUE (title)
);
