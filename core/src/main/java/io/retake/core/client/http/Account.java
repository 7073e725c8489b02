package io.retake.core.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose calls these are, as the backend says with a session and its state ({@code user_id}). Thread-safe. */
public final class Account {
    private static final String ANONYMOUS = "anon_";
    private final ClientSettings settings;
    private volatile @Nullable String told;

    public Account(ClientSettings settings) {
        this.settings = settings;
    }

    /** Takes note of the {@code data} of an answer. */
    public void heard(JsonNode data) {
        String id =
                data.path("user_id").asText(data.path("state").path("user_id").asText(""));
        if (!id.isBlank()) {
            told = id;
        }
    }

    /**
     * Where an anonymous user registers and keeps what there is; empty for a registered one, who tops up.
     *
     * @param ofToken who an anonymous token belongs to, where that is known
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
