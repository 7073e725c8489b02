package io.retake.core.client.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Stores the client id and the tokens of backends. Thread-safe, and safe between processes. */
public interface CredentialStore {

    /** Returns the client id; creates and stores it on the first call. */
    String clientId();

    /**
     * Replaces a client id that the backend rejected; returns the same replacement to every caller that replaces the
     * same id.
     */
    String replaceClientId(String refused);

    /** Returns the stored token of a backend. */
    Optional<StoredToken> token(URI api);

    void keep(URI api, StoredToken token);

    /** Deletes this token; keeps a newer one that another process has stored meanwhile. */
    void forget(URI api, String token);

    /** Returns a store of files that only their owner can read. */
    static CredentialStore in(Path folder) {
        return new FileCredentialStore(folder);
    }

    /** Returns a store that lasts as long as the object. */
    static CredentialStore inMemory() {
        return new MemoryCredentialStore();
    }
}
