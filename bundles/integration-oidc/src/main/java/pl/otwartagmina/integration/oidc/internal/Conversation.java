package pl.otwartagmina.integration.oidc.internal;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pl.otwartagmina.api.federation.ProviderUnavailable;

/**
 * The requests to a provider that one act of a person takes. Together they must end in time; each answer must be short, and
 * nobody is followed elsewhere.
 */
final class Conversation implements HTTPRequestSender, SecurityContext {
    static final int LONGEST_ANSWER = 256 * 1024;

    private final HttpClient client;
    private final long end;

    Conversation(HttpClient client, Duration limit) {
        this.client = client;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** The answer to a GET, whatever its status. */
    HTTPResponse get(URI address) throws ProviderUnavailable {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, address);
        request.setAccept("application/json");
        return ask(request);
    }

    /** The answer, whatever its status. */
    HTTPResponse ask(HTTPRequest request) throws ProviderUnavailable {
        try {
            return request.send(this);
        } catch (IOException failure) {
            throw new ProviderUnavailable(request.getURI() + " cannot be asked: " + failure.getMessage(), failure);
        }
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(outgoing(request), head -> new LimitedBody(LONGEST_ANSWER));
        try {
            // not the time-out of the request: that one stops counting when the head of the answer is there
            return incoming(answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            throw new IOException("no answer in time", late);
        } catch (ExecutionException failed) {
            throw new IOException(String.valueOf(failed.getCause()), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpRequest outgoing(ReadOnlyHTTPRequest request) {
        HttpRequest.Builder outgoing = HttpRequest.newBuilder(request.getURI());
        for (Map.Entry<String, List<String>> header : request.getHeaderMap().entrySet()) {
            header.getValue().forEach(value -> outgoing.header(header.getKey(), value));
        }
        return outgoing.method(
                        request.getMethod().name(),
                        request.getBody() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(request.getBody()))
                .build();
    }

    private static HTTPResponse incoming(HttpResponse<byte[]> answer) throws IOException {
        HTTPResponse response = new HTTPResponse(answer.statusCode());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.isEmpty()) {
            try {
                response.setContentType(type);
            } catch (ParseException junk) {
                throw new IOException("an answer of no known type", junk);
            }
        }
        response.setBody(new String(Objects.requireNonNull(answer.body()), StandardCharsets.UTF_8));
        return response;
    }
}
