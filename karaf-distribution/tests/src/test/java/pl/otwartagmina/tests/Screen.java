package pl.otwartagmina.tests;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import pl.otwartagmina.api.module.AccessLevel;

/**
 * A screen as its module declares it.
 *
 * @param role empty if none is needed
 */
record Screen(String address, AccessLevel level, String role) {
    private static final Pattern ROW =
            Pattern.compile("(/e/\\S+) *[|│] *(public|account|verified|strong) *[|│] *([a-z:]*)");

    /** All that modules declare now. */
    static List<Screen> declared(PortalProcess portal) {
        return ROW.matcher(portal.operator("module:views"))
                .results()
                .map(row -> new Screen(
                        row.group(1), AccessLevel.valueOf(row.group(2).toUpperCase(Locale.ROOT)), row.group(3)))
                .toList();
    }

    boolean hasParameter() {
        return address.contains(":");
    }

    /** With this record where it asks for one. */
    String of(String record) {
        return address.replaceAll(":[^/]+", record);
    }

    /** What stands before the record. */
    String beginning() {
        return address.substring(0, address.indexOf(':'));
    }

    String module() {
        return address.split("/")[2];
    }

    /** Of a party, one's own or one that is represented; a person's account is always their own. */
    boolean isPersonal() {
        return level.covers(AccessLevel.VERIFIED) && role.isEmpty() && !module().equals("identity");
    }
}
