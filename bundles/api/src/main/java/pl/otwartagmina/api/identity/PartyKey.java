package pl.otwartagmina.api.identity;

/**
 * The portal's own key of a person or company, derived from PESEL or NIP with a secret of this portal; the number itself
 * cannot be read from it, so it may be stored in any table.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record PartyKey(String value) {
    public PartyKey {
        if (!value.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("A party key has 32 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
