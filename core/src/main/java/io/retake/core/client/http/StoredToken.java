package io.retake.core.client.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An anonymous token as it is kept; its text is not part of {@link #toString()}. */
public record StoredToken(String token, @Nullable String userId, Instant expiresAt) {
    public StoredToken {
        // It becomes a header's value: anything but visible ASCII would be refused there, with the token in the
        // message.
        if (token.isBlank() || !token.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("the token is empty or has characters that no token has");
        }
    }

    @Override
    public String toString() {
        return "StoredToken[userId=" + userId + ", expiresAt=" + expiresAt + "]";
    }
}
