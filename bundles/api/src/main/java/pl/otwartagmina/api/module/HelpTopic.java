package pl.otwartagmina.api.module;

/**
 * A chapter of the help, readable without signing in.
 *
 * @param titleKey message key of the heading
 * @param textKey message key of the text; blank lines part paragraphs
 */
public record HelpTopic(String titleKey, String textKey) {}
