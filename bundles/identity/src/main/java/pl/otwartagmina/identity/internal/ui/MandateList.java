package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.ui.Icon;
import pl.otwartagmina.api.ui.Texts;
import pl.otwartagmina.identity.internal.GrantedMandate;
import pl.otwartagmina.identity.internal.GrantedMandate.State;
import pl.otwartagmina.identity.internal.Representation;

/** Mandates one below the other, each with a way to end it. */
final class MandateList extends Div {
    private static final long serialVersionUID = 1L;
    private static final Set<State> CAN_END = Set.of(State.OFFERED, State.FUTURE, State.IN_FORCE);

    private final Texts texts;
    private final transient Representation representation;
    private final transient Acting acting;
    private final transient Supplier<List<GrantedMandate>> mandates;
    private final transient Function<GrantedMandate, String> who;
    private final String emptyKey;
    private final String endKey;

    /**
     * @param who the name that a line begins with
     * @param emptyKey what is said where there is none
     * @param endKey the button that ends one
     */
    MandateList(
            Texts texts,
            Representation representation,
            Acting acting,
            Supplier<List<GrantedMandate>> mandates,
            Function<GrantedMandate, String> who,
            String emptyKey,
            String endKey) {
        this.texts = texts;
        this.representation = representation;
        this.acting = acting;
        this.mandates = mandates;
        this.who = who;
        this.emptyKey = emptyKey;
        this.endKey = endKey;
        addClassName("og-mandates");
        texts.onLanguage(this::show);
    }

    /** Shows them as they are now. */
    void show() {
        removeAll();
        List<GrantedMandate> all = mandates.get();
        if (all.isEmpty()) {
            Paragraph none = new Paragraph(texts.get(emptyKey));
            none.addClassName("og-muted");
            add(none);
        }
        all.forEach(mandate -> add(line(mandate)));
    }

    private Div line(GrantedMandate mandate) {
        State state = representation.state(mandate);
        Div words = new Div();
        words.addClassName("og-todo-words");
        words.getElement().appendChild(new Element("strong").setText(who.apply(mandate)));
        words.add(
                new Span(MandateWords.scope(texts, mandate.mandate())),
                new Span(MandateWords.days(texts, mandate.mandate())
                        + (mandate.basis().isEmpty() ? "" : " · " + mandate.basis())));
        Div line = new Div(words, MandateWords.state(texts, state));
        line.addClassName("og-mandate");
        mandate.scan().ifPresent(name -> line.add(scan(mandate, name)));
        if (CAN_END.contains(state)) {
            Button end = new Button(texts.get(endKey), click -> ask(mandate));
            end.setAriaLabel(texts.get(endKey) + ": " + who.apply(mandate));
            line.add(end);
        }
        return line;
    }

    /** Fetches the document; a browser saves it, whatever is in it, and shows it on no page of the portal's. */
    private Anchor scan(GrantedMandate mandate, String name) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    event.getResponse().setHeader("Cache-Control", "no-store");
                    event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
                    event.getResponse().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
                    return representation
                            .scan(acting, mandate)
                            .map(scan -> new DownloadResponse(
                                    new ByteArrayInputStream(scan.content()),
                                    scan.name(),
                                    scan.type().mediaType(),
                                    scan.content().length))
                            .orElseGet(() -> DownloadResponse.error(HttpStatusCode.NOT_FOUND));
                }),
                "");
        link.addClassName("og-buttonlink");
        link.add(new Icon("download"), new Span(texts.get("identity.mandates.scan")));
        link.setAriaLabel(texts.get("identity.mandates.scan") + ": " + who.apply(mandate) + ", " + name);
        return link;
    }

    private void ask(GrantedMandate mandate) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(texts.get("identity.mandates.end.title"));
        dialog.setText(texts.get("identity.mandates.end.text", who.apply(mandate)));
        dialog.setConfirmText(texts.get(endKey));
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(texts.get("identity.mandates.end.back"));
        dialog.addConfirmListener(confirmed -> {
            representation.revoke(acting, mandate);
            show();
        });
        dialog.open();
    }
}
