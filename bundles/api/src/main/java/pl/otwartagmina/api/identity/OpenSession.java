package pl.otwartagmina.api.identity;

import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param id the portal's name of the session; it opens nothing
 * @param since when the person signed in
 * @param address IP address
 * @param device the browser's own name of itself (User-Agent)
 */
public record OpenSession(String id, Instant since, String address, String device) {}
