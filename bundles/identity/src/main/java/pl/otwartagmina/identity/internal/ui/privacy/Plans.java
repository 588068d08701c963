package pl.otwartagmina.identity.internal.ui.privacy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import pl.otwartagmina.api.privacy.Retention;
import pl.otwartagmina.api.ui.Badge;
import pl.otwartagmina.api.ui.Details;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.identity.internal.privacy.Erasures;

/** Module by module: what would be erased, what the law keeps and until when. */
final class Plans extends Div {
    private static final long serialVersionUID = 1L;

    Plans(Texts texts, List<Erasures.Plan> plans) {
        addClassName("og-section");
        for (Erasures.Plan plan : plans) {
            Div part = new Div(new H3(plan.title()));
            part.addClassName("og-section");
            plan.doneAt()
                    .ifPresent(at -> part.add(
                            new Badge(Tone.SUCCESS, texts.get("identity.erasure.part.done", Formats.moment(at)))));
            if (!plan.answered()) {
                part.add(new Badge(Tone.WARNING, texts.get("identity.erasure.part.silent")));
            } else if (plan.erased().isEmpty() && plan.kept().isEmpty()) {
                part.add(new Paragraph(texts.get("identity.erasure.part.nothing")));
            } else {
                part.add(details(texts, plan));
            }
            add(part);
        }
    }

    private static Details details(Texts texts, Erasures.Plan plan) {
        Details details = new Details();
        if (!plan.erased().isEmpty()) {
            details.with(texts.get("identity.erasure.part.erased"), lines(plan.erased()));
        }
        if (!plan.kept().isEmpty()) {
            details.with(
                    texts.get("identity.erasure.part.kept"),
                    lines(plan.kept().stream().map(kept -> words(texts, kept)).toList()));
        }
        return details;
    }

    private static Div lines(List<String> lines) {
        Div list = new Div(new UnorderedList(lines.stream().map(ListItem::new).toArray(ListItem[]::new)));
        list.addClassNames("og-prose", "og-section");
        return list;
    }

    private static String words(Texts texts, Retention kept) {
        return kept.until()
                .map(day -> texts.get("identity.erasure.kept.until", kept.what(), kept.basis(), Formats.day(day)))
                .orElseGet(() -> texts.get("identity.erasure.kept", kept.what(), kept.basis()));
    }
}
