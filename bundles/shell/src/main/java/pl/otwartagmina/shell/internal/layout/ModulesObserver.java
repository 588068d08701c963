package pl.otwartagmina.shell.internal.layout;

/** A page of the shell that shows something of the modules, such as their tiles. */
public interface ModulesObserver {
    /** Modules came, went, fell ill or recovered. */
    void modulesChanged();
}
