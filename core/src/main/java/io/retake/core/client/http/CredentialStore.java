package io.retake.core.client.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the client id and the tokens of backends are kept. Thread-safe, and safe between processes. */
public interface CredentialStore {

    /** The client id; made and kept at the first call. */
    String clientId();

    /** Another client id in place of one that the backend refused; the same for all who replace the same one. */
    String replaceClientId(String refused);

    /** The token kept for that backend and no other. */
    Optional<StoredToken> token(URI api);

    void keep(URI api, StoredToken token);

    /** Forgets that token; a newer one, kept meanwhile by another process, stays. */
    void forget(URI api, String token);

    /** Files that only their owner can read. */
    static CredentialStore in(Path folder) {
        return new FileCredentialStore(folder);
    }

    /** Kept as long as the object lives. */
    static CredentialStore inMemory() {
        return new MemoryCredentialStore();
    }
}
