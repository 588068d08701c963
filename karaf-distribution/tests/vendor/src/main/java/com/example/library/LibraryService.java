package com.example.library;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.Category;
import pl.otwartagmina.api.module.EService;
import pl.otwartagmina.api.module.ModuleInfo;
import pl.otwartagmina.api.module.View;

@Component
public final class LibraryService implements EService {
    @Override
    public ModuleInfo info() {
        return new ModuleInfo("library", Category.INFORMATION, AccessLevel.PUBLIC, "book-open", 50);
    }

    @Override
    public List<View<?>> views() {
        return List.of(View.first(LateFeeView.class, "library.title", AccessLevel.PUBLIC, acting -> new LateFeeView()));
    }
}
