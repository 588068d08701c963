package pl.otwartagmina.tests.unruly;

/** What goes wrong. */
public enum Fault {
    THROWS_AT_START,
    THROWS_IN_VIEW,
    BLOCKS_IN_VIEW,
    /** Nothing of itself: its id belongs to somebody else. */
    NONE
}
