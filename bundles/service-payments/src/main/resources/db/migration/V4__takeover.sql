-- Payments of the tax system may name what was paid in the portal: ORDER/LINE.
ALTER TABLE payments_payment ADD COLUMN portal_payment VARCHAR(80) DEFAULT '' NOT NULL;

-- When the due itself was read after the tax system had taken the booking over: only then is it sure to be in what is paid.
ALTER TABLE payments_booking ADD COLUMN in_due TIMESTAMP;

-- What of paid may be the same money as the bookings that wait to be seen in it; below zero, what of the next growth is
-- known to be other money. Zero where no booking waits.
ALTER TABLE payments_due ADD COLUMN overlap DECIMAL(14,2) DEFAULT 0 NOT NULL;

-- What paid has grown beyond all that waited: surely other money.
ALTER TABLE payments_due ADD COLUMN excess DECIMAL(14,2) DEFAULT 0 NOT NULL;

-- Dues as they stand in the portal: what was paid here is pending until the tax system shows it, and never counts twice.
DROP VIEW payments_due_now;

CREATE VIEW payments_due_now AS
SELECT d.source_id, d.party_key, d.card, d.kind, d.decision, d.tax_year, d.instalment, d.instalments, d.period, d.due_day,
       d.principal, d.paid,
       d.pending
         - CASE WHEN d.overlap > 0 THEN d.overlap ELSE 0 END
         + COALESCE((SELECT SUM(b.costs + b.principal) FROM payments_booking b
                     WHERE b.source = 'payments' AND b.due_id = d.source_id AND b.in_due IS NULL), 0)
         + COALESCE((SELECT SUM(l.costs + l.principal) FROM payments_order_line l
                     JOIN payments_order o ON o.id = l.order_id
                     WHERE l.source = 'payments' AND l.due_id = d.source_id AND o.state IN ('pending', 'confirmed')), 0)
         AS pending,
       d.reminder_cost, d.creditor_account
FROM payments_due d;
