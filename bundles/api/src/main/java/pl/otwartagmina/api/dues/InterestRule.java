package pl.otwartagmina.api.dues;

/** By which law a due that is late bears interest. */
public enum InterestRule {
    /** None is charged. */
    NONE,
    /** Odsetki za zwłokę: art. 53–56 and 63 Ordynacji podatkowej. Such dues are also settled like taxes (art. 55, 62). */
    TAX,
    /** Odsetki ustawowe za opóźnienie: art. 481 Kodeksu cywilnego. */
    CIVIL,
    /** The office counts it; the list says so, and what is paid is the due without it. */
    OFFICE
}
