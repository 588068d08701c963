package pl.otwartagmina.console;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import pl.otwartagmina.api.lifecycle.ModuleStatus;

/** Completes the id of a module that is switched on. */
@Service
public class ActiveModuleIds extends ModuleIds {
    @Override
    boolean fits(ModuleStatus module) {
        return module.state() != ModuleStatus.State.DISABLED;
    }
}
