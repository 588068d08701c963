package pl.otwartagmina.api.identity;

/**
 * Where an act comes from, for the audit trail and against guessing.
 *
 * @param address IP address of the browser, or {@code console}
 * @param session the portal's name of the browser's session, empty where there is none
 */
public record Origin(String address, String session) {
    /** The operator's console. */
    public static final Origin CONSOLE = new Origin("console", "");

    /** The portal itself, as when a deadline passes. */
    public static final Origin PORTAL = new Origin("", "");
}
