package pl.otwartagmina.identity.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import pl.otwartagmina.identity.internal.Challenge;

/** A button that asks the authenticator of the phone; with a new challenge for each answer. */
final class PasskeyButton extends Button {
    private static final long serialVersionUID = 1L;
    private static final String SCRIPT = Script.read("passkey.js");
    private static final String EVENT = "og-passkey";
    private static final String DETAIL = "event.detail";

    private final String act;
    private final transient Supplier<Challenge> challenges;
    private final transient Function<Challenge, String> question;
    private transient Challenge challenge;

    /** What becomes of an answer. */
    @FunctionalInterface
    interface Answer {
        void accept(Challenge challenge, String answer);
    }

    private PasskeyButton(String act, Supplier<Challenge> challenges, Function<Challenge, String> question) {
        this.act = act;
        this.challenges = challenges;
        this.question = question;
        this.challenge = challenges.get();
    }

    /** @param none told where the person closed the question, or there is no authenticator */
    private PasskeyButton answering(Answer answer, Runnable none) {
        getElement()
                .addEventListener(EVENT, event -> {
                    String said = event.getEventData().getString(DETAIL);
                    if (said.isEmpty()) {
                        none.run();
                        return;
                    }
                    Challenge asked = challenge;
                    challenge = challenges.get();
                    ask();
                    answer.accept(asked, said);
                })
                .addEventData(DETAIL);
        addAttachListener(attached -> ask());
        return this;
    }

    /** Makes a passkey. */
    static PasskeyButton making(
            Supplier<Challenge> challenges, Function<Challenge, String> question, Answer answer, Runnable none) {
        return new PasskeyButton("create", challenges, question).answering(answer, none);
    }

    /** Uses one. */
    static PasskeyButton using(
            Supplier<Challenge> challenges, Function<Challenge, String> question, Answer answer, Runnable none) {
        return new PasskeyButton("get", challenges, question).answering(answer, none);
    }

    private void ask() {
        getElement().executeJs(SCRIPT, act, question.apply(challenge));
    }

    /** Tells, under the lock of the window, whether the phone can keep passkeys and check whose hand it is in. */
    static void whetherPossible(Component component, Consumer<Boolean> answer) {
        component
                .getElement()
                .executeJs("return !!window.PublicKeyCredential"
                        + " && PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();")
                .then(Boolean.class, answer::accept, failure -> answer.accept(false));
    }
}
