package pl.otwartagmina.service.payments.internal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import pl.otwartagmina.api.identity.PartyKey;
import pl.otwartagmina.api.identity.PartyKeys;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.api.value.Pesel;

/** Keys without a secret. */
public final class FakePartyKeys implements PartyKeys {
    @Override
    public PartyKey of(Pesel pesel) {
        return key("pesel" + pesel.digits());
    }

    @Override
    public PartyKey of(Nip nip) {
        return key("nip" + nip.digits());
    }

    private static PartyKey key(String text) {
        return new PartyKey(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", ""));
    }
}
