package pl.otwartagmina.lifecycle.sample;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.osgi.service.component.annotations.Activate;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.Category;
import pl.otwartagmina.api.module.EService;
import pl.otwartagmina.api.module.ModuleInfo;
import pl.otwartagmina.api.module.View;

/** A module that does as the properties of its component say. */
public final class SampleService implements EService {
    private final String id;
    private final String fault;

    @Activate
    public SampleService(Map<String, Object> properties) throws InterruptedException {
        id = String.valueOf(properties.get("id"));
        fault = String.valueOf(properties.get("fault"));
        if (fault.equals("constructor")) {
            throw new IllegalStateException("the table is locked");
        }
        if (fault.equals("blocks")) {
            new CountDownLatch(1).await();
        }
    }

    @Override
    public ModuleInfo info() {
        return new ModuleInfo(id, Category.SERVICES, AccessLevel.PUBLIC, "box", 1);
    }

    @Override
    public List<View<?>> views() {
        return List.of();
    }

    @Override
    public void check() {
        if (fault.equals("check")) {
            throw new IllegalStateException("the database does not answer");
        }
    }
}
