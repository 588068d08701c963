package pl.otwartagmina.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A resident's browser without the drawing: it speaks Flow's own protocol with a server, in one session and window. */
final class Visitor {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GUARD = "for(;;);";
    /** Where the page goes on once the password was right. */
    private static final Pattern THRESHOLD = Pattern.compile("logowanie/wejscie\\?bilet=[A-Za-z0-9_-]+");

    private final URI home;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrfToken = "";
    private String pushId = "";
    private int window;
    private int syncId;
    private int clientId;

    Visitor(URI home) {
        this.home = home;
    }

    /** The HTML page at this address, as a bookmark asks for it. */
    String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(path).GET());
        if (response.statusCode() != 200 || !response.body().contains("</html>")) {
            throw new IOException("/" + path + " answered " + response.statusCode());
        }
        return response.body();
    }

    /** A new window of this session: the HTML page, the start of Flow and the first view. Answers what the view is made of. */
    String open(String path) throws IOException, InterruptedException {
        page(path);
        String location = URLEncoder.encode(path, StandardCharsets.UTF_8);
        JsonNode start = JSON.readTree(
                send(request("?v-r=init&location=" + location + "&query=").GET())
                        .body());
        JsonNode configuration = start.path("appConfig");
        JsonNode first = configuration.path("uidl");
        window = configuration.path("v-uiId").asInt();
        csrfToken = first.path("Vaadin-Security-Key").asText();
        pushId = first.path("Vaadin-Push-ID").asText();
        syncId = first.path("syncId").asInt();
        clientId = 0;
        return navigate(path);
    }

    /** Goes to another view of the portal in this window. */
    String navigate(String path) throws IOException, InterruptedException {
        ObjectNode target = JSON.createObjectNode();
        target.put("route", path).put("query", "").put("appShellTitle", "").put("trigger", "");
        target.putNull("historyState");
        String answer = call(event(1, "ui-navigate", target));
        if (!answer.contains("\"changes\":[{")) {
            throw new IOException("/" + path + " was not shown");
        }
        return answer;
    }

    /** Signs in with the demo account and closes the window, as the browser does when the page changes. */
    void signIn() throws IOException, InterruptedException {
        JsonNode form =
                JSON.readTree(open("logowanie").substring(GUARD.length())).path(0);
        ObjectNode click = JSON.createObjectNode();
        for (String key : new String[] {"shiftKey", "metaKey", "ctrlKey", "altKey"}) {
            click.put("event." + key, false);
        }
        for (String key : new String[] {"detail", "clientX", "clientY", "screenX", "screenY", "button"}) {
            click.put("event." + key, 0);
        }
        String answer = call(
                value(node(form, "vaadin-text-field"), "demo"),
                value(node(form, "vaadin-password-field"), "demo"),
                event(node(form, "vaadin-button"), "click", click));
        Matcher threshold = THRESHOLD.matcher(answer);
        if (!threshold.find() || send(request(threshold.group()).GET()).statusCode() != 303) {
            throw new IOException("The demo account was not let in");
        }
        close();
    }

    /** Tells the server that the window is gone. */
    void close() throws IOException, InterruptedException {
        ObjectNode message = JSON.createObjectNode().put("csrfToken", csrfToken).put("UNLOAD", true);
        message.putArray("rpc");
        post(message.put("syncId", syncId).put("clientId", clientId));
    }

    /** Opens the window's push connection; each message of the server goes to {@code heard}. */
    WebSocket listen(Consumer<String> heard) {
        String address = home.toString().replaceFirst("^http", "ws")
                + "VAADIN/push?v-r=push&v-uiId=" + window + "&v-pushId=" + pushId
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript"
                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true";
        return HTTP.newWebSocketBuilder()
                .header("Cookie", cookies())
                .buildAsync(URI.create(address), new WebSocket.Listener() {
                    private final StringBuilder text = new StringBuilder();

                    @Override
                    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
                        text.append(part);
                        if (last) {
                            heard.accept(text.toString());
                            text.setLength(0);
                        }
                        socket.request(1);
                        return null;
                    }
                })
                .join();
    }

    private String call(ObjectNode... events) throws IOException, InterruptedException {
        ObjectNode message = JSON.createObjectNode().put("csrfToken", csrfToken);
        ArrayNode rpc = message.putArray("rpc");
        for (ObjectNode event : events) {
            rpc.add(event);
        }
        String answer = post(message.put("syncId", syncId).put("clientId", clientId++));
        if (!answer.startsWith(GUARD) || answer.contains("\"appError\"") || answer.contains("\"sessionExpired\"")) {
            throw new IOException("Not an answer to a window: " + answer.substring(0, Math.min(200, answer.length())));
        }
        int at = answer.lastIndexOf("\"syncId\":") + 9;
        int end = at;
        while (Character.isDigit(answer.charAt(end))) {
            end++;
        }
        syncId = Integer.parseInt(answer, at, end, 10);
        return answer;
    }

    private String post(ObjectNode message) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request("?v-r=uidl&v-uiId=" + window)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(message.toString())));
        if (response.statusCode() != 200) {
            throw new IOException("A window was answered " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(path)).timeout(Duration.ofSeconds(20));
        return cookies.isEmpty() ? request : request.header("Cookie", cookies());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String set : response.headers().allValues("Set-Cookie")) {
            String[] cookie = set.split(";", 2)[0].split("=", 2);
            cookies.put(cookie[0], cookie[1]);
        }
        return response;
    }

    private String cookies() {
        return cookies.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("; "));
    }

    private static int node(JsonNode answer, String tag) throws IOException {
        for (JsonNode change : answer.path("changes")) {
            if (change.path("key").asText().equals("tag")
                    && change.path("value").asText().equals(tag)) {
                return change.path("node").asInt();
            }
        }
        throw new IOException("No " + tag + " on the page");
    }

    private static ObjectNode event(int node, String name, ObjectNode data) {
        ObjectNode event =
                JSON.createObjectNode().put("type", "event").put("node", node).put("event", name);
        event.set("data", data);
        return event;
    }

    private static ObjectNode value(int node, String value) {
        return JSON.createObjectNode()
                .put("type", "mSync")
                .put("node", node)
                .put("feature", 1)
                .put("property", "value")
                .put("value", value);
    }
}
