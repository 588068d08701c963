package pl.otwartagmina.console;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import pl.otwartagmina.api.lifecycle.ModuleStatus;

/** Completes the id of a module that is not running. */
@Service
public class IdleModuleIds extends ModuleIds {
    @Override
    boolean fits(ModuleStatus module) {
        return module.state() != ModuleStatus.State.ENABLED;
    }
}
