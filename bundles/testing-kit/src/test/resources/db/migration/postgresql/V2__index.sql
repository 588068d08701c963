CREATE INDEX kit_due_booked ON kit_due (due) WHERE booked IS NULL;
