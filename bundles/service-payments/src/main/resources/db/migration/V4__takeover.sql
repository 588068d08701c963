-- Payments of the tax system may name what was paid in the portal: ORDER/LINE.
ALTER TABLE payments_payment ADD COLUMN portal_payment VARCHAR(80) DEFAULT '' NOT NULL;

-- When the due itself was read after the tax system had taken the booking over: only then is it sure to be in what is paid.
ALTER TABLE payments_booking ADD COLUMN in_due TIMESTAMP;

-- What of paid may be the same money as the bookings that wait to be seen in it; below zero, what of the next growth is
-- known to be other money. Zero where no booking waits.
ALTER TABLE payments_due ADD COLUMN overlap DECIMAL(14,2) DEFAULT 0 NOT NULL;

-- What paid has grown beyond all that waited: surely other money.
ALTER TABLE payments_due ADD COLUMN excess DECIMAL(14,2) DEFAULT 0 NOT NULL;
