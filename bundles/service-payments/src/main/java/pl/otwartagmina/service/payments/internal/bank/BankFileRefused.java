package pl.otwartagmina.service.payments.internal.bank;

/** A file as a whole is no file of a bank that can be read; nothing was taken. The message repeats nothing of it. */
public final class BankFileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** Larger than a day of a gmina can be. */
        TOO_LARGE("too-large"),
        /** No statement in it. */
        NO_STATEMENT("no-statement"),
        /** XML that is not well-formed, or has a document type, or goes too deep. */
        BAD_XML("bad-xml"),
        /** XML of another message than camt.053. */
        OTHER_MESSAGE("other-message"),
        /** Its characters are not in the encoding that was named. */
        ENCODING("encoding");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The word for it in message keys: {@code payments.bank.refused.<code>}. */
        public String code() {
            return code;
        }
    }

    BankFileRefused(Reason reason) {
        super("Not a file of a bank: " + reason.code());
        this.reason = reason;
    }

    BankFileRefused(Reason reason, Throwable cause) {
        super("Not a file of a bank: " + reason.code(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
