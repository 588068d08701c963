package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.Comparator;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.People;

/** Accounts and their roles, for administrators. */
final class PeopleView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient People people;
    private final transient Acting acting;

    PeopleView(People people, Acting acting) {
        super("identity.people");
        this.people = people;
        this.acting = acting;
        add(new AccountSearch(texts(), people, acting, this::card));
    }

    private Div card(Account account) {
        Div card = new Div();
        card.addClassNames("og-card", "og-section");
        fill(card, account);
        return card;
    }

    private void fill(Div card, Account account) {
        card.removeAll();
        Span who = new Span(account.userName() + " · " + account.email());
        who.addClassName("og-muted");
        card.add(new H2(account.name()), who);
        account.roles().stream()
                .sorted(Comparator.comparing(Role::toString))
                .forEach(role -> card.add(held(card, account, role)));
        card.add(grant(card, account));
    }

    private Div held(Div card, Account account, Role role) {
        Button withdraw = new Button(texts().get("identity.people.withdraw"));
        withdraw.setAriaLabel(texts().get("identity.people.withdraw") + ": " + words(role) + ", " + account.name());
        withdraw.addClickListener(
                click -> fill(card, people.withdraw(account, role, act("identity.withdraw", account))));
        Div line = new Div(new Span(words(role)), withdraw);
        line.addClassName("og-role");
        return line;
    }

    private Div grant(Div card, Account account) {
        Select<Role> role = new Select<>();
        role.setLabel(texts().get("identity.people.role"));
        role.setItemLabelGenerator(this::words);
        role.setItems(people.roles().stream()
                .filter(one -> !account.roles().contains(one))
                .toList());
        Button grant = new Button(texts().get("identity.people.grant"));
        grant.addClickListener(click -> role.getOptionalValue()
                .ifPresentOrElse(
                        one -> fill(card, people.grant(account, one, act("identity.grant", account))), role::focus));
        Div line = new Div(role, grant);
        line.addClassName("og-role");
        return line;
    }

    private AuditRecord act(String action, Account account) {
        return AuditRecord.of(acting, action, "account", account.id());
    }

    private String words(Role role) {
        return RoleWords.of(texts(), role);
    }
}
