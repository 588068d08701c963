package pl.otwartagmina.integration.logingov.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.w3c.dom.Element;
import pl.otwartagmina.integration.logingov.internal.xml.Rejected;
import pl.otwartagmina.integration.logingov.internal.xml.SecureXml;

/**
 * A session at the provider, as a LogoutRequest has to name it: the NameID with all its attributes, as it came.
 *
 * @param index SessionIndex
 */
record Session(String nameId, String format, String nameQualifier, String spNameQualifier, String index) {
    private static final int PARTS = 5;

    static Session of(Element nameId, String index) throws Rejected {
        String name = SecureXml.content(nameId);
        if (name.isEmpty() || index.isEmpty()) {
            throw new Rejected("session without a NameID or a SessionIndex");
        }
        return new Session(
                name,
                nameId.getAttribute("Format"),
                nameId.getAttribute("NameQualifier"),
                nameId.getAttribute("SPNameQualifier"),
                index);
    }

    /** In one word. */
    String encoded() {
        return String.join(
                ".",
                List.of(nameId, format, nameQualifier, spNameQualifier, index).stream()
                        .map(part -> Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }

    /** @throws IllegalArgumentException if it was not {@linkplain #encoded encoded} here */
    static Session decoded(String text) {
        List<String> parts = Arrays.stream(text.split("\\.", -1))
                .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
                .toList();
        if (parts.size() != PARTS) {
            throw new IllegalArgumentException("Not a session of login.gov.pl");
        }
        return new Session(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
    }

    /** Says nothing: the name may be a person's. */
    @Override
    public String toString() {
        return "Session[hidden]";
    }
}
