package pl.otwartagmina.tests.question;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.ui.Gate;
import pl.otwartagmina.api.ui.Page;

/** Everybody may write, and whoever sends signs in. */
final class QuestionView extends Page {
    private static final long serialVersionUID = 1L;

    QuestionView() {
        super("pytanie");
        TextField question = new TextField();
        texts().bind(question::setLabel, "pytanie.question");
        Button send = new Button();
        texts().bind(send::setText, "pytanie.send");
        send.addClickListener(click -> Gate.of(this)
                .pass(
                        AccessLevel.ACCOUNT,
                        acting -> add(new Paragraph(texts().get(
                                        "pytanie.sent",
                                        acting.person().map(Person::name).orElseThrow(),
                                        question.getValue())))));
        add(question, send);
    }
}
