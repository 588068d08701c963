package pl.otwartagmina.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an operator wrote, and says which setting is wrong.
 *
 * @param pid of the configuration, for the messages
 * @param environment where secrets are if no file is named
 */
public record Settings(String pid, Map<String, String> environment) {
    private static final int MOST_SECONDS = 19;

    /** A setting without a default: what the file does not say is null. */
    public String need(String setting, @Nullable String value) {
        String text = value == null ? "" : value.strip();
        require(!text.isEmpty(), setting, "must not be empty");
        return text;
    }

    /** @throws IllegalArgumentException if the file and the variable are both empty */
    public String secret(String setting, @Nullable String file, String variable) throws IOException {
        String secret = file == null || file.isBlank()
                ? environment.getOrDefault(variable, "").strip()
                : Files.readString(Path.of(file.strip())).strip();
        require(!secret.isEmpty(), setting, "names no file with the secret, and " + variable + " is empty");
        return secret;
    }

    /** How long a conversation lasts: callers wait for twenty seconds. */
    public Duration seconds(String setting, int seconds) {
        require(seconds >= 1 && seconds <= MOST_SECONDS, setting, "must be from 1 to " + MOST_SECONDS);
        return Duration.ofSeconds(seconds);
    }

    /** @throws IllegalArgumentException naming the setting and the rule, unless it is kept */
    public void require(boolean kept, String setting, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(setting + " of " + pid + " " + rule);
        }
    }

    @Override
    public String toString() {
        return "Settings[" + pid + "]";
    }
}
