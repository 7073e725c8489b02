package io.retake.core.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The backend user, from the {@code user_id} of a session or its state. Thread-safe. */
public final class Account {
    private static final String ANONYMOUS = "anon_";
    private final ClientSettings settings;
    private volatile @Nullable String told;

    public Account(ClientSettings settings) {
        this.settings = settings;
    }

    /** Reads the user from the {@code data} of an answer. */
    public void heard(JsonNode data) {
        String id =
                data.path("user_id").asText(data.path("state").path("user_id").asText(""));
        if (!id.isBlank()) {
            told = id;
        }
    }

    /**
     * Returns the page on which an anonymous user registers and keeps the session; empty for a registered user, who
     * tops up.
     *
     * @param ofToken the owner of the anonymous token, if known
     */
    Optional<URI> registration(@Nullable String ofToken) {
        String id = ofToken != null ? ofToken : told;
        boolean anonymous = settings.token() == null || (id != null && id.startsWith(ANONYMOUS));
        if (!anonymous) {
            return Optional.empty();
        }
        String bind = id == null ? "" : "?bind=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        return Optional.of(URI.create(settings.webUrl() + "/register" + bind));
    }
}
