package pl.otwartagmina.shell.internal.modules;

import java.time.Instant;

/**
 * What is wrong with a module.
 *
 * @param since when it was first seen
 * @param reason for the operator
 * @param hanging whether it does not answer at all, so that nobody is let in until its check passes again
 */
public record Trouble(Instant since, String reason, boolean hanging) {}
