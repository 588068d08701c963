package pl.otwartagmina.integration.logingov.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/** What the simulator answers to a request: right, unless it is told at which moment to do something else. */
public final class Script {
    public static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";

    /** When the answer can be changed. */
    public enum Moment {
        /** The assertion, before it is encrypted. */
        ASSERTION,
        /** The response, before it is signed. */
        RESPONSE,
        /** The response, signed. */
        SIGNED_RESPONSE,
        /** The artifact response, before it is signed. */
        ARTIFACT_RESPONSE,
        /** The envelope, with everything signed. */
        ENVELOPE
    }

    private final Map<Moment, Consumer<Element>> changes = new EnumMap<>(Moment.class);
    private SimulatedPerson person = SimulatedPerson.ANNA;
    private String status = SUCCESS;
    private Encryption encryption = Encryption.RIGHT;
    private UnaryOperator<Signing> signing = UnaryOperator.identity();
    private UnaryOperator<String> plain = UnaryOperator.identity();
    private UnaryOperator<byte[]> body = UnaryOperator.identity();
    private UnaryOperator<String> relayState = UnaryOperator.identity();
    private Optional<String> assertionId = Optional.empty();
    private int httpStatus = 200;
    private boolean hanging;
    private boolean signingAssertion;

    public Script at(Moment moment, Consumer<Element> change) {
        changes.put(moment, change);
        return this;
    }

    public Script person(SimulatedPerson recognised) {
        person = recognised;
        return this;
    }

    /** The code of the status, such as {@code AuthnFailed}. */
    public Script status(String code) {
        status = "urn:oasis:names:tc:SAML:2.0:status:" + code;
        return this;
    }

    public Script encryption(Encryption other) {
        encryption = other;
        return this;
    }

    public Script signing(UnaryOperator<Signing> other) {
        signing = other;
        return this;
    }

    /** Signs the assertion, too. */
    public Script signingAssertion() {
        signingAssertion = true;
        return this;
    }

    /** Changes the text of the assertion that is encrypted. */
    public Script plain(UnaryOperator<String> change) {
        plain = change;
        return this;
    }

    /** Changes the bytes that are sent. */
    public Script body(UnaryOperator<byte[]> change) {
        body = change;
        return this;
    }

    public Script relayState(UnaryOperator<String> change) {
        relayState = change;
        return this;
    }

    public Script assertionId(String id) {
        assertionId = Optional.of(id);
        return this;
    }

    public Script httpStatus(int code) {
        httpStatus = code;
        return this;
    }

    /** Sends headers and then nothing more. */
    public Script hanging() {
        hanging = true;
        return this;
    }

    void change(Moment moment, Element element) {
        changes.getOrDefault(moment, unchanged -> {}).accept(element);
    }

    SimulatedPerson person() {
        return person;
    }

    String status() {
        return status;
    }

    Encryption encryption() {
        return encryption;
    }

    Signing signing(Signing right) {
        return signing.apply(right);
    }

    boolean signsAssertion() {
        return signingAssertion;
    }

    String plain(String assertion) {
        return plain.apply(assertion);
    }

    byte[] body(byte[] envelope) {
        return body.apply(envelope);
    }

    String relayState(String right) {
        return relayState.apply(right);
    }

    Optional<String> assertionId() {
        return assertionId;
    }

    int httpStatus() {
        return httpStatus;
    }

    boolean isHanging() {
        return hanging;
    }
}
