package io.retake.engine.http.server;

import java.io.IOException;

/** The limits of a backend: valid requests that it refuses, and texts that it leaves out. Thread-safe. */
public interface BackendRules {
    /** Refuses nothing and leaves out nothing: an engine on this machine. */
    BackendRules NONE = new BackendRules() {};

    /**
     * Counts a request.
     *
     * @param who a user, or an address that asks for a token
     * @throws ApiException when it is one too many
     */
    default void request(String who) {}

    /**
     * Reserves what a message costs, until {@link #messageOver}.
     *
     * @throws ApiException when the user hasn't got as much
     */
    default void message(String user) throws IOException {}

    /** Charges for a message, or gives back what was reserved when it came to nothing. */
    default void messageOver(String user, boolean earned) throws IOException {}

    /**
     * Checks that the plan includes exports.
     *
     * @throws ApiException when exports are not in the plan
     */
    default void export() {}

    /** Returns whether the answer to this edit closes without a text. */
    default boolean isSilent() {
        return false;
    }
}
