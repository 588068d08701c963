package pl.otwartagmina.identity.internal.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import pl.otwartagmina.api.privacy.Subject;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.identity.internal.audit.AuditTrail;
import pl.otwartagmina.identity.internal.audit.PersonalTrail;
import pl.otwartagmina.identity.internal.privacy.ActWords;

/** Who looked at my data and why; on a second tab what I did myself. */
final class TrailCard extends Div {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 10;
    private static final String PANEL = "identity-trail";

    private final Texts texts;
    private final transient PersonalTrail trail;
    private final transient Subject subject;
    private final NativeButton others = new NativeButton();
    private final NativeButton own = new NativeButton();
    private Component panel = new Div();
    private final Button newer = new Button();
    private final Button older = new Button();
    private boolean ofOthers = true;
    /** The record before which each page begins, but the first; the present page on top. */
    private final Deque<Long> pages = new ArrayDeque<>();

    private long last = AuditTrail.NEWEST;

    TrailCard(Texts texts, PersonalTrail trail, Subject subject) {
        this.texts = texts;
        this.trail = trail;
        this.subject = subject;
        addClassName("og-card");
        Div tabs = new Div(tab(others, own, true), tab(own, others, false));
        tabs.addClassName("og-tabs");
        tabs.getElement().setAttribute("role", "tablist");
        texts.bind(words -> tabs.getElement().setAttribute("aria-label", words), "identity.trail.title");
        texts.bind(others::setText, "identity.trail.looks");
        texts.bind(own::setText, "identity.trail.acts");
        texts.bind(newer::setText, "identity.audit.newer");
        texts.bind(older::setText, "identity.audit.older");
        newer.addClickListener(click -> {
            pages.pop();
            show();
        });
        older.addClickListener(click -> {
            pages.push(last);
            show();
        });
        Div pager = new Div(newer, older);
        pager.addClassName("og-pager");
        add(tabs, panel, pager);
        texts.onLanguage(this::show);
    }

    private NativeButton tab(NativeButton tab, NativeButton other, boolean others) {
        tab.addClickListener(click -> choose(others));
        tab.setId(PANEL + (others ? "-others" : "-own"));
        tab.getElement().setAttribute("role", "tab").setAttribute("aria-controls", PANEL);
        // the arrow keys move, as the ARIA practices want it; there are two, so both arrows lead to the other
        tab.getElement()
                .addEventListener("keydown", event -> {
                    choose(!others);
                    other.focus();
                })
                .setFilter("event.key === 'ArrowRight' || event.key === 'ArrowLeft'");
        return tab;
    }

    private void choose(boolean ofOthersNow) {
        ofOthers = ofOthersNow;
        pages.clear();
        show();
    }

    private void show() {
        select(others, ofOthers);
        select(own, !ofOthers);
        long before = pages.isEmpty() ? AuditTrail.NEWEST : pages.peek();
        List<PersonalTrail.Line> found =
                ofOthers ? trail.ofOthers(subject, before, PAGE + 1) : trail.own(subject, before, PAGE + 1);
        List<PersonalTrail.Line> lines = found.stream().limit(PAGE).toList();
        newer.setEnabled(!pages.isEmpty());
        older.setEnabled(found.size() > PAGE);
        newer.getParent().ifPresent(pager -> pager.setVisible(newer.isEnabled() || older.isEnabled()));
        last = lines.isEmpty() ? AuditTrail.NEWEST : lines.get(lines.size() - 1).id();
        Component next = lines.isEmpty() ? nothing() : new Div(table(lines));
        next.setId(PANEL);
        next.getElement()
                .setAttribute("role", "tabpanel")
                .setAttribute("aria-labelledby", PANEL + (ofOthers ? "-others" : "-own"));
        replace(panel, next);
        panel = next;
    }

    private EmptyState nothing() {
        String key = "identity.trail.none." + (ofOthers ? "looks" : "acts");
        return new EmptyState("eye", texts.get(key + ".title"), texts.get(key + ".text"));
    }

    private static void select(NativeButton tab, boolean selected) {
        tab.getElement()
                .setAttribute("aria-selected", String.valueOf(selected))
                .setAttribute("tabindex", selected ? "0" : "-1");
    }

    private Cells table(List<PersonalTrail.Line> lines) {
        ActWords words = new ActWords(texts::get);
        String fourth = ofOthers ? "identity.trail.why" : "identity.trail.address";
        return new Cells(
                texts.get(ofOthers ? "identity.trail.looks" : "identity.trail.acts"),
                ofOthers
                        ? List.of(
                                texts.get("identity.trail.when"),
                                texts.get("identity.trail.who"),
                                texts.get("identity.trail.where"),
                                texts.get("identity.trail.what"),
                                texts.get(fourth))
                        : List.of(
                                texts.get("identity.trail.when"),
                                texts.get("identity.trail.where"),
                                texts.get("identity.trail.what"),
                                texts.get(fourth)),
                lines.stream()
                        .map(line -> ofOthers
                                ? List.of(
                                        Formats.moment(line.at()),
                                        words.actor(line),
                                        words.place(line.act()),
                                        words.act(line.act()),
                                        words.reason(line.act()))
                                : List.of(
                                        Formats.moment(line.at()),
                                        words.place(line.act()),
                                        words.act(line.act()),
                                        line.act().origin().address()))
                        .toList());
    }
}
