-- Dues as they stand in the portal: what is here, paid online or by transfer, is pending until the tax system shows it, and
-- never counts twice; what was given back is owed again. An online payment that is under way may yet fail, so it does not count.
CREATE VIEW payments_due_arrived AS
SELECT d.source_id, d.party_key, d.card, d.bare_card, d.kind, d.decision, d.tax_year, d.instalment, d.instalments, d.period,
       d.due_day, d.principal, d.paid,
       d.pending
         - CASE WHEN d.overlap > 0 THEN d.overlap ELSE 0 END
         + COALESCE((SELECT SUM(b.costs + b.principal - b.given_back) FROM payments_booking b
                     WHERE b.source = 'payments' AND b.due_id = d.source_id AND b.in_due IS NULL), 0)
         + COALESCE((SELECT SUM(a.costs + a.principal) FROM payments_assignment a
                     WHERE a.source = 'payments' AND a.due_id = d.source_id AND a.in_due IS NULL
                       AND a.undone_by IS NULL), 0)
         AS pending,
       d.reminder_cost, d.creditor_account
FROM payments_due d;

-- The same for whoever pays: what is under way is not asked for again.
DROP VIEW payments_due_now;
CREATE VIEW payments_due_now AS
SELECT d.source_id, d.party_key, d.card, d.kind, d.decision, d.tax_year, d.instalment, d.instalments, d.period, d.due_day,
       d.principal, d.paid,
       d.pending
         + COALESCE((SELECT SUM(l.costs + l.principal) FROM payments_order_line l
                     JOIN payments_order o ON o.id = l.order_id
                     WHERE l.source = 'payments' AND l.due_id = d.source_id AND o.state IN ('pending', 'confirmed')), 0)
         AS pending,
       d.reminder_cost, d.creditor_account
FROM payments_due_arrived d;
