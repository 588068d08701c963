package pl.otwartagmina.service.payments.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pl.otwartagmina.api.identity.Accounts;
import pl.otwartagmina.api.identity.Addressee;

/** Accounts that are what a test says. */
public final class FakeAccounts implements Accounts {
    private final Map<String, Addressee> known = new HashMap<>();

    /** From now on the account is so. */
    public FakeAccounts with(String id, Addressee owner) {
        known.put(id, owner);
        return this;
    }

    /** From now on the account is closed. */
    public void close(String id) {
        known.remove(id);
    }

    @Override
    public void chooseLanguage(String id, Locale language) {
        throw new IllegalStateException("Payments change no account");
    }

    @Override
    public Optional<byte[]> picture(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<Addressee> addressee(String id) {
        return Optional.ofNullable(known.get(id));
    }
}
