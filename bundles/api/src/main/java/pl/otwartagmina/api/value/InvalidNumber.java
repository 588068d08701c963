package pl.otwartagmina.api.value;

/** A number that cannot be what it claims to be. The message never repeats the number. */
public final class InvalidNumber extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** What is wrong with it. */
    public enum Fault {
        /** Wrong length, or not only digits. */
        SHAPE,
        /** The check digit does not fit: most often a typing error. */
        CHECK_DIGIT,
        /** The date in it does not exist. */
        DATE
    }

    InvalidNumber(Fault fault, String name) {
        super(name + ": "
                + switch (fault) {
                    case SHAPE -> "wrong number of digits";
                    case CHECK_DIGIT -> "check digit does not fit";
                    case DATE -> "no such date of birth";
                });
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
