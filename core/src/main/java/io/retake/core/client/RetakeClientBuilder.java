package io.retake.core.client;

import io.retake.core.Version;
import io.retake.core.client.http.Account;
import io.retake.core.client.http.ClientSettings;
import io.retake.core.client.http.CredentialStore;
import io.retake.core.client.http.Errors;
import io.retake.core.client.http.Patience;
import io.retake.core.client.http.Sleeper;
import io.retake.core.client.http.Tokens;
import io.retake.core.client.http.Transport;
import io.retake.core.client.http.Waits;
import io.retake.core.protocol.SkillHeaders;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Builds a {@link RetakeClient}; unset options have the protocol's defaults. */
public final class RetakeClientBuilder {
    private final ClientSettings settings;
    private SkillHeaders skill;
    private @Nullable CredentialStore credentials;
    private boolean localFiles;
    private Patience patience = Patience.DEFAULT;
    private Sleeper sleeper = Sleeper.real();
    private InstantSource clock = InstantSource.system();

    RetakeClientBuilder(ClientSettings settings) {
        this.settings = settings;
        this.skill = new SkillHeaders(SkillHeaders.DEFAULT_SOURCE, Version.current(), settings.platform());
    }

    /** The recipe that runs, for {@code X-Skill-Source}. */
    public RetakeClientBuilder source(String recipe) {
        skill = skill.withSource(recipe);
        return this;
    }

    /** The store of the client id and the anonymous tokens; by default files in the settings' folder. */
    public RetakeClientBuilder credentials(CredentialStore store) {
        credentials = store;
        return this;
    }

    /**
     * Passes files by reference ({@code file:} URLs) instead of sending them: for an engine that this process started
     * on this machine.
     */
    public RetakeClientBuilder localFiles(boolean byReference) {
        localFiles = byReference;
        return this;
    }

    public RetakeClientBuilder patience(Patience limits) {
        patience = limits;
        return this;
    }

    public RetakeClientBuilder sleeper(Sleeper waiting) {
        sleeper = waiting;
        return this;
    }

    public RetakeClientBuilder clock(InstantSource time) {
        clock = time;
        return this;
    }

    /**
     * Builds the client.
     *
     * @throws IllegalStateException if the builder is set to pass files by reference to another machine
     */
    public RetakeClient build() {
        if (localFiles && !Transport.loopback(settings.apiUrl())) {
            throw new IllegalStateException(
                    "files can be handed over by reference only on this machine, not to " + settings.apiUrl());
        }
        CredentialStore store = credentials != null ? credentials : CredentialStore.in(settings.folder());
        Account account = new Account(settings);
        Errors errors = new Errors(settings, account);
        Waits waits = new Waits(sleeper);
        Transport transport = new Transport(settings.apiUrl(), skill, patience);
        Tokens tokens = new Tokens(settings, store, transport, errors, clock, waits, patience);
        return new Wiring(settings, localFiles, patience, waits, clock, tokens, account, errors).client(transport);
    }
}
