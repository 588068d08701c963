package pl.otwartagmina.api.lifecycle;

/** The operator's command cannot be done; the message says why and what to do. Nothing has changed. */
public final class ModuleRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public ModuleRefused(String message) {
        super(message);
    }

    public ModuleRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
