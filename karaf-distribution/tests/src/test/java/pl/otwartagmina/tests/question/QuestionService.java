package pl.otwartagmina.tests.question;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.Category;
import pl.otwartagmina.api.module.EService;
import pl.otwartagmina.api.module.ModuleInfo;
import pl.otwartagmina.api.module.View;

/** Questions to the office. */
@Component
public final class QuestionService implements EService {
    @Override
    public ModuleInfo info() {
        return new ModuleInfo("pytanie", Category.SERVICES, AccessLevel.PUBLIC, "plug", 91);
    }

    @Override
    public List<View<?>> views() {
        return List.of(
                View.first(QuestionView.class, "pytanie.title", AccessLevel.PUBLIC, acting -> new QuestionView()));
    }
}
