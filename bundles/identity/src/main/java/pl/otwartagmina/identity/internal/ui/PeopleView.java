package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.Comparator;
import pl.otwartagmina.api.audit.AuditRecord;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Role;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.LookUps;
import pl.otwartagmina.identity.internal.People;

/** Accounts and their roles, for administrators. */
final class PeopleView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient People people;
    private final transient Acting acting;
    private final AccountSearch search;

    PeopleView(People people, LookUps lookUps, Acting acting) {
        super("identity.people");
        this.people = people;
        this.acting = acting;
        search = new AccountSearch(texts(), lookUps, acting, this::fill);
        add(search);
    }

    private void fill(Div card, Account account) {
        account.roles().stream()
                .sorted(Comparator.comparing(Role::toString))
                .forEach(role -> card.add(held(card, account, role)));
        card.add(grant(card, account));
    }

    private Div held(Div card, Account account, Role role) {
        Button withdraw = new Button(texts().get("identity.people.withdraw"));
        withdraw.setAriaLabel(
                texts().get("identity.people.withdraw") + ": " + RoleWords.of(texts(), role) + ", " + account.name());
        withdraw.addClickListener(
                click -> search.show(card, people.withdraw(account, role, act("identity.withdraw", account))));
        Div line = new Div(new Span(RoleWords.of(texts(), role)), withdraw);
        line.addClassName("og-role");
        return line;
    }

    private Div grant(Div card, Account account) {
        Select<Role> role = new Select<>();
        role.setLabel(texts().get("identity.people.role"));
        role.setItemLabelGenerator(one -> RoleWords.of(texts(), one));
        role.setItems(people.roles().stream()
                .filter(one -> !account.roles().contains(one))
                .toList());
        Button grant = new Button(texts().get("identity.people.grant"));
        grant.addClickListener(click -> role.getOptionalValue()
                .ifPresentOrElse(
                        one -> search.show(card, people.grant(account, one, act("identity.grant", account))),
                        role::focus));
        Div line = new Div(role, grant);
        line.addClassName("og-role");
        return line;
    }

    private AuditRecord act(String action, Account account) {
        return AuditRecord.of(acting, action, "account", account.id());
    }
}
