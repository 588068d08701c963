package pl.otwartagmina.outside;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * JSON as it must be: one object, no key twice, nothing behind it. Of a key that comes twice, the one who signed may have
 * meant one value and the one who reads takes the other.
 */
public final class StrictJson {
    private static final int DEEPEST = 20;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** A new object to be filled. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** @throws Unreadable if it is anything else */
    public static ObjectNode object(byte[] text) throws Unreadable {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException junk) {
            // its message quotes what was sent
            throw new Unreadable("no JSON, or of a form that is not trusted");
        }
        throw new Unreadable("JSON, but no object");
    }

    /** A text, if there is one of that name. */
    public static Optional<String> text(JsonNode object, String name) {
        return Optional.ofNullable(object.get(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** @throws Unreadable if there is no text of that name */
    public static String needText(JsonNode object, String name) throws Unreadable {
        return text(object, name).orElseThrow(() -> new Unreadable("no text " + name));
    }

    /** @throws Unreadable if there is no address of that name that a payer may be sent to */
    public static URI needPage(JsonNode object, String name) throws Unreadable {
        try {
            URI page = new URI(needText(object, name));
            if (OutsideSystem.isSafe(page)) {
                return page;
            }
        } catch (URISyntaxException junk) {
            throw new Unreadable("no address " + name);
        }
        throw new Unreadable("an address without https as " + name);
    }

    /** @throws Unreadable if there is no whole number of that name */
    public static long needWhole(JsonNode object, String name) throws Unreadable {
        JsonNode value = object.get(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new Unreadable("no whole number " + name);
        }
        return value.longValue();
    }

    /** @throws Unreadable if there is no object of that name */
    public static ObjectNode needObject(JsonNode object, String name) throws Unreadable {
        if (object.get(name) instanceof ObjectNode found) {
            return found;
        }
        throw new Unreadable("no object " + name);
    }
}
