package io.retake.core.client.http;

import io.retake.core.CoreMessages;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored anonymous token; {@link #toString()} omits its text. */
public record StoredToken(String token, @Nullable String userId, Instant expiresAt) {
    public StoredToken {
        // It becomes a header's value. The HTTP library rejects anything but visible ASCII, with the token in its
        // message.
        if (token.isBlank() || !token.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException(CoreMessages.text("token.invalid"));
        }
    }

    @Override
    public String toString() {
        return "StoredToken[userId=" + userId + ", expiresAt=" + expiresAt + "]";
    }
}
