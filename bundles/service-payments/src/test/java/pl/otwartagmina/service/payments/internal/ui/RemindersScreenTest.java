package pl.otwartagmina.service.payments.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.otwartagmina.service.payments.internal.SampleDues.ANNA;
import static pl.otwartagmina.service.payments.internal.SampleDues.JAN;
import static pl.otwartagmina.service.payments.internal.SampleDues.TODAY;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.data.Database;
import pl.otwartagmina.api.identity.Acting;
import pl.otwartagmina.api.identity.Addressee;
import pl.otwartagmina.api.identity.Mandate;
import pl.otwartagmina.api.identity.Origin;
import pl.otwartagmina.api.identity.Person;
import pl.otwartagmina.api.module.AccessLevel;
import pl.otwartagmina.api.module.View;
import pl.otwartagmina.service.payments.internal.FakeAccounts;
import pl.otwartagmina.service.payments.internal.TestTexts;
import pl.otwartagmina.service.payments.internal.order.MovingClock;
import pl.otwartagmina.service.payments.internal.reminder.ReminderChoice;
import pl.otwartagmina.service.payments.internal.store.DuesTables;
import pl.otwartagmina.service.payments.internal.store.Reminders;
import pl.otwartagmina.testing.database.TestDatabase;

class RemindersScreenTest {
    private static final Person PERSON = new Person("1", "Anna", "Kowalska", AccessLevel.VERIFIED, Optional.of(ANNA));
    private static final Addressee WITH_ADDRESS =
            new Addressee(Optional.of("anna@poczta.example"), TestTexts.POLISH, Optional.of(ANNA));

    private final TestDatabase database = TestDatabase.empty(Database.Product.DERBY);
    private final FakeAccounts accounts = new FakeAccounts().with("1", WITH_ADDRESS);
    private final Reminders reminders =
            new Reminders(new DuesTables(database, new MovingClock(TODAY.atTime(12, 0))), accounts, (unit, act) -> {});
    private Optional<Browserless> browser = Optional.empty();

    @AfterEach
    void close() {
        browser.ifPresent(Browserless::close);
        database.close();
    }

    @Test
    void nothing_is_chosen_at_first_and_a_choice_is_saved_in_words_and_stays() {
        Acting anna = new Acting(Optional.of(PERSON), TestTexts.POLISH);
        assertThat(open(anna)).contains("Przypomnienia", "anna@poczta.example", "art. 6 ust. 1 lit. a");
        assertThat(before().getValue()).isZero();
        assertThat(LocatorJ._get(Checkbox.class).getValue()).isFalse();

        LocatorJ._setValue(before(), 7);
        LocatorJ._setValue(LocatorJ._get(Checkbox.class), true);
        save();
        assertThat(text()).contains("Zapisano. Napiszemy we właściwym dniu");
        assertThat(reminders.of(anna)).isEqualTo(new ReminderChoice(7, true));

        open(anna);
        assertThat(before().getValue()).isEqualTo(7);
        assertThat(text()).doesNotContain("Zapisano");
        LocatorJ._setValue(before(), 0);
        LocatorJ._setValue(LocatorJ._get(Checkbox.class), false);
        save();
        assertThat(text()).contains("Przypomnienia są wyłączone");
        assertThat(reminders.of(anna)).isEqualTo(ReminderChoice.NONE);
    }

    @Test
    void the_days_are_spoken_rightly_and_what_was_chosen_survives_a_change_of_language() {
        open(new Acting(Optional.of(PERSON), TestTexts.POLISH));
        assertThat(labels())
                .containsExactly(
                        "Nie przypominaj",
                        "14 dni przed terminem",
                        "7 dni przed terminem",
                        "3 dni przed terminem",
                        "1 dzień przed terminem");
        LocatorJ._setValue(before(), 3);
        UI.getCurrent().setLocale(TestTexts.UKRAINIAN);
        assertThat(labels()).contains("За 3 дні до строку", "За 1 день до строку");
        assertThat(before().getValue()).isEqualTo(3);
    }

    @Test
    void an_account_without_an_address_is_told_what_to_do() {
        accounts.with("1", new Addressee(Optional.empty(), TestTexts.POLISH, Optional.of(ANNA)));
        assertThat(open(new Acting(Optional.of(PERSON), TestTexts.POLISH)))
                .contains("nie ma adresu e-mail", "Podaj adres w „Moim koncie”");
        LocatorJ._setValue(before(), 7);
        save();
        assertThat(text()).contains("gdy konto będzie miało adres");
    }

    @Test
    void whoever_acts_for_somebody_else_chooses_for_their_own_dues() {
        Mandate mandate = new Mandate("m", JAN, "Jan Nowak", Set.of(), TODAY, Optional.empty());
        Acting forJan = new Acting(Optional.of(PERSON), TestTexts.POLISH, Origin.PORTAL, Optional.of(mandate));
        assertThat(open(forJan)).contains("tylko Twoich własnych zobowiązań");
        LocatorJ._setValue(before(), 14);
        save();
        assertThat(reminders.of(new Acting(Optional.of(PERSON), TestTexts.POLISH)))
                .isEqualTo(new ReminderChoice(14, false));
    }

    private List<String> labels() {
        RadioButtonGroup<Integer> group = before();
        return group.getListDataView()
                .getItems()
                .map(group.getItemLabelGenerator()::apply)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Integer> before() {
        return LocatorJ._get(RadioButtonGroup.class);
    }

    private static void save() {
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText("Zapisz")));
    }

    private String open(Acting acting) {
        browser.ifPresent(Browserless::close);
        View<?> dues = View.first(DuesView.class, "payments.dues.title", AccessLevel.VERIFIED, someone -> {
            throw new IllegalStateException("Nobody goes there");
        });
        Browserless fresh = new Browserless(
                Stream.concat(Stream.of(dues), ReminderViews.of(reminders).stream())
                        .toList(),
                acting);
        browser = Optional.of(fresh);
        fresh.open("e/payments/reminders");
        return text();
    }

    private static String text() {
        Component view = UI.getCurrent().getChildren().findFirst().orElseThrow();
        return view.getElement().getTextRecursively();
    }
}
