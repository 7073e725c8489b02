package io.retake.core.client.http;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class MemoryCredentialStore implements CredentialStore {
    private final Map<URI, StoredToken> tokens = new HashMap<>();
    private String clientId = UUID.randomUUID().toString();

    @Override
    public synchronized String clientId() {
        return clientId;
    }

    @Override
    public synchronized String replaceClientId(String refused) {
        if (clientId.equals(refused)) {
            clientId = UUID.randomUUID().toString();
        }
        return clientId;
    }

    @Override
    public synchronized Optional<StoredToken> token(URI api) {
        return Optional.ofNullable(tokens.get(api));
    }

    @Override
    public synchronized void keep(URI api, StoredToken token) {
        tokens.put(api, token);
    }

    @Override
    public synchronized void forget(URI api, String token) {
        tokens.computeIfPresent(api, (key, known) -> known.token().equals(token) ? null : known);
    }
}
