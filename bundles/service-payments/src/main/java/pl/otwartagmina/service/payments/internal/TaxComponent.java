package pl.otwartagmina.service.payments.internal;

import java.math.BigDecimal;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.value.Money;

/**
 * What a tax is made of: one line of the reasons of a decision.
 *
 * @param id its id in the tax system, unique
 * @param name such as "Grunty pozostałe", in the words of the tax system
 * @param area area in the register, 0 where it has none
 * @param base base of the tax (podstawa opodatkowania): what the rate is applied to
 * @param unit unit of area and base, such as "m²", "ha", "os."
 * @param rate złoty for a unit of the base
 * @param amount tax of the year
 */
public record TaxComponent(
        String id,
        PartyKey party,
        String card,
        int year,
        String name,
        BigDecimal area,
        BigDecimal base,
        String unit,
        BigDecimal rate,
        Money amount) {}
