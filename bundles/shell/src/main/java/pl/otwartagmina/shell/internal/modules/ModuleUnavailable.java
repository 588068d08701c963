package pl.otwartagmina.shell.internal.modules;

/** A module failed or hung; the page says so and everything around it goes on. */
public final class ModuleUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String module;

    public ModuleUnavailable(String module, String message, Throwable cause) {
        super(message, cause);
        this.module = module;
    }

    public ModuleUnavailable(String module, String message) {
        super(message);
        this.module = module;
    }

    /** Id of the module. */
    public String module() {
        return module;
    }
}
