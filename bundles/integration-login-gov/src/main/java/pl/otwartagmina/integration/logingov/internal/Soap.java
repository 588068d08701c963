package pl.otwartagmina.integration.logingov.internal;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.w3c.dom.Document;
import pl.otwartagmina.api.federation.ProviderUnavailable;
import pl.otwartagmina.integration.logingov.internal.xml.Rejected;
import pl.otwartagmina.integration.logingov.internal.xml.SecureXml;

/** Sends a message to the provider without the browser and waits for the answer, but not for ever. */
final class Soap {
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Duration patience;
    private final HttpClient client;

    Soap(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience.dividedBy(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * The answer, from the envelope on.
     *
     * @throws ProviderUnavailable if there is none in time, or one that is no XML
     */
    Document exchange(URI address, Document message) throws ProviderUnavailable {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"http://www.oasis-open.org/committees/security\"")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Messages.inEnvelope(message)))
                .build();
        // a time-out of the request would end with the headers; the body may hang as well
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, info -> new Limited());
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new ProviderUnavailable(address + " answers " + response.statusCode());
            }
            return SecureXml.parse(response.body());
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new ProviderUnavailable(address + " does not answer within " + patience.toSeconds() + " s", slow);
        } catch (ExecutionException failed) {
            throw new ProviderUnavailable(address + " cannot be reached", failed);
        } catch (Rejected junk) {
            throw new ProviderUnavailable(address + " answers something else than SOAP: " + junk.getMessage(), junk);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProviderUnavailable(address + ": stopped while waiting", stopped);
        }
    }

    /** A body up to the largest that is read as XML. */
    private static final class Limited implements HttpResponse.BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription source) {
            subscription.complete(source);
            source.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                byte[] bytes = new byte[part.remaining()];
                part.get(bytes);
                read.writeBytes(bytes);
            }
            if (read.size() > SecureXml.LARGEST) {
                subscription.thenAccept(Flow.Subscription::cancel);
                body.complete(read.toByteArray());
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(read.toByteArray());
        }
    }
}
