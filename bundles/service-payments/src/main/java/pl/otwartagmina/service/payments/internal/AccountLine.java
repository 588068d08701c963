package pl.otwartagmina.service.payments.internal;

import pl.otwartagmina.api.value.Money;

/**
 * An account in the list of accounts.
 *
 * @param card its number
 * @param summary what is owed on it and what was paid too much
 * @param paid what has ever been booked against its dues
 */
public record AccountLine(String card, Kind kind, Summary summary, Money paid) {}
