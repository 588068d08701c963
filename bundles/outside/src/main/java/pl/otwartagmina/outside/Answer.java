package pl.otwartagmina.outside;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpHeaders;

/**
 * What a system elsewhere answered.
 *
 * @param body bytes of nobody else
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, HttpHeaders headers, byte[] body) {
    private static final int FIRST_OF_CLIENT = 400;
    private static final int FIRST_OF_SERVER = 500;

    /** Whether it did what it was asked for. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether it says that the caller is wrong, so that asking again is of no use. */
    public boolean isRefusal() {
        return status >= FIRST_OF_CLIENT && status < FIRST_OF_SERVER;
    }

    /** @throws Unreadable if the body is not one JSON object */
    public ObjectNode json() throws Unreadable {
        return StrictJson.object(body);
    }
}
