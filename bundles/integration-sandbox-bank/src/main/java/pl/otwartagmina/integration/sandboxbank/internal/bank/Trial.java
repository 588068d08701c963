package pl.otwartagmina.integration.sandboxbank.internal.bank;

/**
 * What goes wrong with one order, as the visitor or a test wants it.
 *
 * @param delaySeconds after which notifications leave
 * @param lost whether they never leave
 * @param copies how often each is sent
 * @param shuffled whether news of an earlier state comes after those of the last
 * @param askFailures how many times the bank fails when it is asked about the order
 */
record Trial(int delaySeconds, boolean lost, int copies, boolean shuffled, int askFailures) {
    static final Trial NONE = new Trial(0, false, 1, false, 0);
    private static final int LONGEST_DELAY = 24 * 60 * 60;
    private static final int MOST_COPIES = 20;
    private static final int MOST_FAILURES = 1000;

    Trial {
        require(delaySeconds, 0, LONGEST_DELAY, "delaySeconds");
        require(copies, 1, MOST_COPIES, "copies");
        require(askFailures, 0, MOST_FAILURES, "askFailures");
    }

    private static void require(int value, int least, int most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is from " + least + " to " + most);
        }
    }
}
