package pl.otwartagmina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser that keeps cookies, fills in Keycloak's form and goes nowhere by itself. */
final class SmallBrowser {
    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    /** Takes cookies that are for https only from this machine without it, as browsers do. */
    private static final class Cookies extends CookieManager {
        @Override
        public void put(URI address, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> open = new HashMap<>(headers);
            open.replaceAll((name, values) -> values.stream()
                    .map(value -> value.replaceAll("(?i); *secure", ""))
                    .toList());
            super.put(address, open);
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new Cookies()).build();

    /** Opens an address at the provider; what comes is its form, or the way back. */
    HttpResponse<String> open(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    boolean asksForPassword(HttpResponse<String> page) {
        return page.statusCode() == 200 && FORM.matcher(page.body()).find();
    }

    /** Fills in the form. */
    HttpResponse<String> signIn(HttpResponse<String> page, String user) throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        return client.send(
                HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + user + "&password="
                                + URLEncoder.encode(KeycloakServer.PASSWORD, StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Where it is sent to. */
    static URI next(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(302, 303);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], List.of(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
        }
        return parameters;
    }
}
