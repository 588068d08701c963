package pl.otwartagmina.api.module;

import java.util.regex.Pattern;

/**
 * The card of a module. Its texts are the keys {@code <id>.title} and {@code <id>.summary} of the module's messages.
 *
 * @param id one lower-case word, unique in the portal: the module's address {@code /e/<id>}, prefix of its message keys,
 *     tables and configuration
 * @param category where it stands in the menu
 * @param access the least level at which its tile opens without asking to sign in; each view states its own
 * @param icon name of an icon of the portal's set, such as {@code wallet}
 * @param order place within the category, small numbers first
 */
public record ModuleInfo(String id, Category category, AccessLevel access, String icon, int order) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{1,31}");

    public ModuleInfo {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Module id must be one lower-case word of 2 to 32 letters: " + id);
        }
        if (!icon.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("Not the name of an icon: " + icon);
        }
    }
}
