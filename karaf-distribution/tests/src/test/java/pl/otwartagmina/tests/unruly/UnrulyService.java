package pl.otwartagmina.tests.unruly;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.Category;
import pl.otwartagmina.api.module.EService;
import pl.otwartagmina.api.module.ModuleInfo;
import pl.otwartagmina.api.module.View;

/** Its bundle says in headers what id it claims and what goes wrong. */
@Component
public final class UnrulyService implements EService {
    private final String id;
    private final Fault fault;
    private volatile boolean ill;

    @Activate
    public UnrulyService(BundleContext context) {
        id = context.getBundle().getHeaders().get("Unruly-Id");
        fault = Fault.valueOf(context.getBundle().getHeaders().get("Unruly-Fault"));
        if (fault == Fault.THROWS_AT_START) {
            throw new IllegalStateException("the drawer is locked");
        }
    }

    @Override
    public ModuleInfo info() {
        return new ModuleInfo(id, Category.SERVICES, AccessLevel.PUBLIC, "plug", 90);
    }

    @Override
    public List<View<?>> views() {
        return List.of(View.first(UnrulyView.class, id + ".title", AccessLevel.PUBLIC, acting -> view()));
    }

    private UnrulyView view() {
        ill = true;
        return new UnrulyView(id, fault);
    }

    /** Well until somebody looks at it. */
    @Override
    public void check() {
        if (ill) {
            throw new IllegalStateException("the ceiling came down");
        }
    }
}
