package pl.otwartagmina.api.module;

/** The part of the menu in which a module stands. */
public enum Category {
    /** What is mine: dues, invoices, cases. */
    MINE,
    /** What I can do: report, reserve, fill in. */
    SERVICES,
    /** What I can read: registers, cards, help. */
    INFORMATION,
    /** My account. In the menu, without a tile. */
    ACCOUNT;

    /** Whether its modules have a tile on the home page. */
    public boolean hasTiles() {
        return this != ACCOUNT;
    }
}
