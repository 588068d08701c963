package pl.otwartagmina.integration.logingov.internal;

import java.net.URI;
import java.time.Duration;

/**
 * Who talks to whom, and where.
 *
 * @param entityId of the portal, as it was agreed with the ministry
 * @param providerName of the portal, as it was agreed with the ministry
 * @param provider entity id of the provider
 * @param singleSignOn where browsers go
 * @param artifactResolution where artifacts are asked for
 * @param singleLogout where the end of a session is told
 * @param level asked for at least
 * @param skew by which clocks may differ
 */
record Settings(
        String entityId,
        String providerName,
        String provider,
        URI singleSignOn,
        URI artifactResolution,
        URI singleLogout,
        LevelOfAssurance level,
        Duration skew) {}
