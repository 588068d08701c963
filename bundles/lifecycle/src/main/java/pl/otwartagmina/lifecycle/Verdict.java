package pl.otwartagmina.lifecycle;

/**
 * How far a module has come.
 *
 * @param reason what is in the way; empty when it is ready
 */
record Verdict(Kind kind, String reason) {
    static final Verdict READY = new Verdict(Kind.READY, "");

    enum Kind {
        /** It runs and is shown. */
        READY,
        /** It is on its way. */
        PENDING,
        /** It lacks something that may still come. */
        LACKING,
        /** It failed. */
        FAULT
    }

    boolean isReady() {
        return kind == Kind.READY;
    }
}
