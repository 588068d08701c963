package pl.otwartagmina.integration.logingov.simulator;

/** Whom the simulator recognises. */
public record SimulatedPerson(
        String identifier, String firstName, String familyName, String dateOfBirth, String levelOfAssurance) {
    /** Somebody with a PESEL that fits. */
    public static final SimulatedPerson ANNA =
            new SimulatedPerson("44051401359", "Anna", "Nowak-Żółć", "1944-05-14Z", "substantial");

    public SimulatedPerson identifier(String other) {
        return new SimulatedPerson(other, firstName, familyName, dateOfBirth, levelOfAssurance);
    }

    public SimulatedPerson level(String other) {
        return new SimulatedPerson(identifier, firstName, familyName, dateOfBirth, other);
    }
}
