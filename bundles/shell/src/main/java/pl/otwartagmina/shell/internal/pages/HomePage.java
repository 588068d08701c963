package pl.otwartagmina.shell.internal.pages;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.ToDo;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.api.ui.Notice;
import pl.otwartagmina.api.ui.Tone;
import pl.otwartagmina.shell.internal.UiLater;
import pl.otwartagmina.shell.internal.Visit;
import pl.otwartagmina.shell.internal.layout.Links;
import pl.otwartagmina.shell.internal.layout.ModulesObserver;
import pl.otwartagmina.shell.internal.modules.LiveModule;
import pl.otwartagmina.shell.internal.modules.ModuleRegistry;
import pl.otwartagmina.shell.internal.modules.Trouble;

/** The home page: what waits for me first, then a tile for each module. */
public final class HomePage extends Div implements LocaleChangeObserver, HasDynamicTitle, ModulesObserver {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Warsaw"));

    private final transient ModuleRegistry modules;

    /** One line of the feed and where it leads. */
    private record Entry(LiveModule module, ToDo toDo) {}

    HomePage(ModuleRegistry modules) {
        this.modules = modules;
        addClassNames("og-page", "og-home");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portal.home.title");
    }

    /** Called when the page is shown, too. */
    @Override
    public void localeChange(LocaleChangeEvent event) {
        build();
    }

    @Override
    public void modulesChanged() {
        build();
    }

    private void build() {
        Acting acting = Visit.acting(UI.getCurrent());
        removeAll();
        add(head(acting.person()));
        if (acting.level() == AccessLevel.ACCOUNT) {
            Notice unverified = new Notice(Tone.WARNING);
            unverified.say(getTranslation("portal.home.unverified"));
            add(unverified);
        }
        if (acting.level().covers(AccessLevel.ACCOUNT)) {
            addFeed(acting);
        }
        addTiles(acting);
    }

    private Div head(Optional<Person> person) {
        H1 greeting = new H1(getTranslation(person.isPresent() ? "portal.home.greeting" : "portal.home.welcome"));
        greeting.getElement().setAttribute("tabindex", "-1");
        Paragraph lead = new Paragraph(person.map(p -> getTranslation("portal.home.lead", p.name()))
                .orElseGet(() -> getTranslation("portal.home.visitorLead")));
        lead.addClassName("og-lead");
        Div words = new Div(greeting, lead);
        Div head = new Div(words);
        head.addClassName("og-page-head");
        return head;
    }

    private void addFeed(Acting acting) {
        UnorderedList list = new UnorderedList();
        list.addClassName("og-todo");
        Section section = new Section(list);
        section.getElement().setAttribute("aria-label", getTranslation("portal.home.todo"));
        section.setVisible(false);
        add(section);
        List<Entry> entries = new ArrayList<>();
        for (LiveModule module : modules.shown()) {
            Acting told = module.acting(acting);
            if (!module.isCovered(told)) {
                continue;
            }
            UiLater.when(module.fence().ask(() -> module.service().toDo(told)), found -> {
                found.forEach(toDo -> entries.add(new Entry(module, toDo)));
                entries.sort(Comparator.comparing(entry -> entry.toDo().urgency()));
                list.removeAll();
                entries.forEach(entry -> list.add(line(entry)));
                section.setVisible(!entries.isEmpty());
            });
        }
    }

    private ListItem line(Entry entry) {
        ToDo toDo = entry.toDo();
        String tone =
                switch (toDo.urgency()) {
                    case OVERDUE -> "danger";
                    case SOON -> "info";
                    case NEWS -> "success";
                };
        String icon = toDo.urgency() == ToDo.Urgency.OVERDUE
                ? "triangle-alert"
                : entry.module().info().icon();
        Element title = new Element("strong").setText(toDo.title());
        Div words = new Div();
        words.addClassName("og-todo-words");
        words.getElement().appendChild(title);
        words.add(new Span(toDo.detail()));
        ListItem item = new ListItem(iconBox(icon, tone), words);
        if (!toDo.amount().isEmpty()) {
            Span amount = new Span(toDo.amount());
            amount.addClassNames("og-amount", "og-todo-amount");
            item.add(amount);
        }
        String path = toDo.path().isEmpty() ? "" : "/" + toDo.path();
        Anchor action = Links.to(entry.module().home() + path, new Span(toDo.action()));
        action.addClassName("og-buttonlink");
        if (toDo.urgency() == ToDo.Urgency.OVERDUE) {
            action.addClassName("og-primary");
        }
        action.setAriaLabel(toDo.action() + ": " + toDo.title());
        item.add(action);
        return item;
    }

    private void addTiles(Acting acting) {
        H2 title = new H2(getTranslation("portal.home.services"));
        Section section = new Section(title);
        section.addClassName("og-section");
        add(section);
        List<LiveModule> shown = modules.withTiles();
        if (shown.isEmpty()) {
            section.add(new EmptyState(
                    "puzzle", getTranslation("portal.home.empty.title"), getTranslation("portal.home.empty.text")));
            return;
        }
        Div tiles = new Div();
        tiles.addClassName("og-tiles");
        shown.forEach(module -> tiles.add(tile(acting, module)));
        section.add(tiles);
    }

    private Anchor tile(Acting acting, LiveModule module) {
        Span figure = new Span();
        figure.addClassName("og-figure");
        Paragraph summary = new Paragraph(module.summary(acting.locale()));
        Div words = new Div(new H3(module.title(acting.locale())), summary, figure);
        words.addClassName("og-tile-words");
        Anchor tile = Links.to(module.home(), iconBox(module.info().icon(), "info"), words);
        tile.addClassName("og-tile");
        Optional<Trouble> trouble = module.fence().trouble();
        if (trouble.isPresent()) {
            tile.addClassName("og-tile-off");
            summary.setText(getTranslation(
                    "portal.home.tile.trouble", TIME.format(trouble.get().since())));
        } else if (!module.isCovered(acting)) {
            figure.add(new Icon("users"), new Span(getTranslation("portal.home.tile.notCovered")));
            figure.addClassName("og-muted");
        } else if (acting.level().covers(module.info().access())) {
            UiLater.when(
                    module.fence().ask(() -> module.service().figure(acting)), text -> text.ifPresent(figure::setText));
        } else {
            boolean visitor = acting.person().isEmpty();
            figure.add(
                    new Icon(visitor ? "log-in" : "shield"),
                    new Span(getTranslation(visitor ? "portal.home.tile.signIn" : "portal.home.tile.verify")));
            figure.addClassName("og-muted");
        }
        return tile;
    }

    private static Span iconBox(String icon, String tone) {
        Span box = new Span(new Icon(icon));
        box.addClassNames("og-icon-box", "og-tone-" + tone);
        return box;
    }
}
