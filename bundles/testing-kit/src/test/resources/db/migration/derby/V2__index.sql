CREATE INDEX kit_due_due ON kit_due (due DESC);
