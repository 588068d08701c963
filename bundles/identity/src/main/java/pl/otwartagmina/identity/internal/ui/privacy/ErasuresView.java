package pl.otwartagmina.identity.internal.ui.privacy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.EmptyState;
import pl.otwartagmina.api.ui.Formats;
import pl.otwartagmina.api.ui.Page;
import pl.otwartagmina.identity.internal.Account;
import pl.otwartagmina.identity.internal.privacy.ErasureRequest;
import pl.otwartagmina.identity.internal.privacy.Erasures;

/** Requests to be erased, for the person of the office who decides on them. */
final class ErasuresView extends Page {
    private static final long serialVersionUID = 1L;

    private final transient Erasures erasures;
    private final transient Acting acting;
    private final Div open = new Div();
    private final Div decided = new Div();

    ErasuresView(Erasures erasures, Acting acting) {
        super("identity.erasures");
        this.erasures = erasures;
        this.acting = acting;
        open.addClassName("og-section");
        decided.addClassName("og-section");
        add(open, decided);
        texts().onLanguage(this::show);
    }

    private void show() {
        List<ErasureRequest> waiting = erasures.open();
        open.removeAll();
        if (waiting.isEmpty()) {
            open.add(new EmptyState(
                    "circle-check",
                    texts().get("identity.erasures.none.title"),
                    texts().get("identity.erasures.none.text")));
        }
        waiting.forEach(request -> open.add(new RequestCard(texts(), erasures, acting, request, this::showDecided)));
        showDecided();
    }

    private void showDecided() {
        List<ErasureRequest> last = erasures.decided();
        decided.removeAll();
        if (last.isEmpty()) {
            return;
        }
        Div card = new Div(new Cells(
                texts().get("identity.erasures.decided"),
                List.of(
                        texts().get("identity.erasures.person"),
                        texts().get("identity.erasures.asked"),
                        texts().get("identity.erasures.when"),
                        texts().get("identity.erasures.state"),
                        texts().get("identity.audit.column.reason")),
                last.stream().map(this::row).toList()));
        card.addClassName("og-card");
        decided.add(new H2(texts().get("identity.erasures.decided")), card);
    }

    private List<String> row(ErasureRequest request) {
        return List.of(
                request.state() == ErasureRequest.State.DONE
                        ? texts().get("identity.erasures.nobody")
                        : erasures.owner(request).map(Account::name).orElse(""),
                Formats.moment(request.askedAt()),
                request.decidedAt().map(Formats::moment).orElse(""),
                texts().get("identity.erasures.state." + request.state()),
                request.reason());
    }
}
