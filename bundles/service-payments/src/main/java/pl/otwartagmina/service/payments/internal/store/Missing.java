package pl.otwartagmina.service.payments.internal.store;

/** What becomes of dues that a file does not name. */
public enum Missing {
    /** They stay: the file holds changes. */
    STAY,
    /** They are withdrawn: the file holds all dues. Refused where too many would go. */
    GO,
    /** They are withdrawn, however many they are. */
    GO_HOWEVER_MANY
}
