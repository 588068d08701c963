package pl.otwartagmina.outside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The calls that one act takes. Together they end in time. */
public final class Conversation {
    static final int LONGEST_ANSWER = 256 * 1024;

    private final HttpClient client;
    private final URI base;
    private final long end;

    Conversation(HttpClient client, URI base, Duration limit) {
        this.client = client;
        this.base = base;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /**
     * Calls, and waits for the whole answer.
     *
     * @param path below the base address, with its query
     * @return the answer, whatever its status
     * @throws IOException if none came in time, or too long a one; the call may have been understood
     */
    public Answer call(String method, String path, Map<String, String> headers, Optional<String> body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        headers.forEach(request::header);
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new IOException("no time is left for " + method + " " + path);
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), head -> new LimitedBody(LONGEST_ANSWER));
        try {
            // not the time-out of the request: that one stops counting when the head of the answer is there
            HttpResponse<byte[]> response = answer.get(left, TimeUnit.NANOSECONDS);
            byte[] bytes = response.body();
            return new Answer(response.statusCode(), response.headers(), bytes == null ? new byte[0] : bytes);
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
}
