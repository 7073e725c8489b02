package io.retake.dsl;

import io.retake.core.client.http.ClientSettings;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** The backend of a run. */
public sealed interface Backend {

    /** The embedded engine, on this machine; no footage leaves it. */
    record Local() implements Backend {}

    /** The cloud: at {@code NEMO_API_URL} where that is set. */
    record Cloud() implements Backend {}

    /** The API at another address: another engine, or a cloud. */
    record At(URI address) implements Backend {}

    /** Returns the embedded engine. */
    static Backend local() {
        return new Local();
    }

    /** Returns the cloud. */
    static Backend cloud() {
        return new Cloud();
    }

    /** Returns the API at an address. */
    static Backend at(URI address) {
        return new At(address);
    }

    /**
     * Parses a backend as a user names it: {@code local}, {@code cloud}, or an address.
     *
     * @throws DslException when it is none of them
     */
    static Backend named(String name) {
        switch (name.strip()) {
            case "local" -> {
                return local();
            }
            case "cloud" -> {
                return cloud();
            }
            default -> {
                if (name.strip().toLowerCase(Locale.ROOT).matches("(?s)https?:.*")) {
                    return at(ClientSettings.checked("That", name));
                }
                boolean word = name.strip().matches("[A-Za-z]{1,20}"); // anything else may be a token
                throw new DslException(
                        word
                                ? ScriptMessages.text("backend.unknown", name.strip())
                                : ScriptMessages.text("backend.unknown-value"),
                        ScriptMessages.text("backend.unknown-advice"));
            }
        }
    }

    /**
     * Returns the environment's choice: the cloud when {@code NEMO_TOKEN} or {@code NEMO_API_URL} is set, else local.
     */
    static Backend of(Map<String, String> environment) {
        boolean chosen = !environment.getOrDefault("NEMO_TOKEN", "").isBlank()
                || !environment.getOrDefault("NEMO_API_URL", "").isBlank();
        return chosen ? cloud() : local();
    }

    /**
     * Returns the client settings for this backend; for the cloud, those of the environment.
     *
     * @throws DslException for an address other than the one {@code NEMO_TOKEN} is for: the token is neither sent there
     *     nor silently omitted
     */
    default ClientSettings settings(ClientSettings fromEnvironment) {
        if (!(this instanceof At at)) {
            return fromEnvironment;
        }
        ClientSettings there = fromEnvironment.forBackend(at.address(), null);
        if (there.apiUrl().equals(fromEnvironment.apiUrl())) {
            return fromEnvironment;
        }
        if (fromEnvironment.token() != null) {
            throw new DslException(
                    ScriptMessages.text("backend.other-token", fromEnvironment.apiUrl(), there.apiUrl()),
                    ScriptMessages.text("backend.other-token-advice", there.apiUrl()));
        }
        return there;
    }
}
