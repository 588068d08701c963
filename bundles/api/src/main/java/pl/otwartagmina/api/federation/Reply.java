package pl.otwartagmina.api.federation;

import java.util.Set;

/** What came of a message from a provider. */
public sealed interface Reply {
    /**
     * The person was recognised; the browser goes on in the portal.
     *
     * @param errand id of the errand that this answers; each is answered once
     */
    record Arrived(String errand, Proof proof) implements Reply {}

    /**
     * The person was not recognised; the browser is told why.
     *
     * @param errand id of the errand, empty if the message did not tell a believable one
     * @param reason what the person is told
     * @param details for the log of the operator, without anything about the person
     */
    record Refused(String errand, Reason reason, String details) implements Reply {}

    /** Why nobody was recognised. */
    enum Reason {
        /** The person turned back. */
        CANCELLED,
        /** The provider recognised the person less surely than was asked for. */
        TOO_WEAK,
        /** The answer cannot be believed: forged, too late, used before, or meant for somebody else. */
        NOT_PROVEN
    }

    /**
     * The provider says that these sessions are over (back-channel logout); the portal ends what was opened by them and
     * sends the answer.
     *
     * @param sessions as in {@link Proof#session}
     */
    record Over(Set<String> sessions, Answer answer) implements Reply {
        public Over {
            sessions = Set.copyOf(sessions);
        }
    }

    /**
     * Sent back as it is, such as metadata or an error of the protocol.
     *
     * @param status of HTTP
     * @param type such as {@code application/json}
     */
    record Answer(int status, String type, byte[] body) implements Reply {
        public Answer {
            body = body.clone();
        }

        /** Nothing but a status. */
        public static Answer status(int status) {
            return new Answer(status, "text/plain;charset=utf-8", new byte[0]);
        }

        @Override
        public byte[] body() {
            return body.clone();
        }
    }
}
