package pl.otwartagmina.api.module;

/**
 * One line of "Do zrobienia" on the home page, in the language of the person who reads it.
 *
 * @param urgency decides colour, icon and place
 * @param title what it is, such as "Podatek od nieruchomości, rata 3 jest po terminie"
 * @param detail one sentence more
 * @param amount such as "131,00 zł", or empty
 * @param action label of the button, a verb
 * @param path where the button leads, below {@code /e/<id>/}; may have a query
 */
public record ToDo(Urgency urgency, String title, String detail, String amount, String action, String path) {
    /** How soon it matters; most urgent first. */
    public enum Urgency {
        OVERDUE,
        SOON,
        NEWS
    }
}
