package io.retake.engine.http.cloud;

import io.retake.core.protocol.ErrorCode;
import io.retake.engine.api.EngineSettings;
import io.retake.engine.api.Policy;
import io.retake.engine.http.server.ApiException;
import io.retake.engine.http.server.BackendRules;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.store.Users;
import java.io.IOException;

/** The cloud's rules, as far as the settings turn them on. */
public final class CloudRules implements BackendRules {
    private final Policy policy;
    private final Users users;
    private final RateLimit rate;
    private final SilentEdits silent;

    /** For the users of an engine with these settings. */
    public CloudRules(EngineSettings settings, Users users) {
        this.policy = settings.policy();
        this.users = users;
        this.rate = new RateLimit(policy.requestsPerMinute(), settings.clock());
        this.silent = new SilentEdits(settings.silentEdits());
    }

    @Override
    public void request(String who) {
        rate.count(who);
    }

    @Override
    public void message(String user) throws IOException {
        if (!users.freeze(user, policy.costPerEdit())) {
            throw ApiException.of(
                    ErrorCode.OUT_OF_CREDITS,
                    EngineMessages.text(
                            "cloud.out-of-credits",
                            policy.costPerEdit(),
                            users.get(user).credits()));
        }
    }

    @Override
    public void messageOver(String user, boolean earned) throws IOException {
        users.settle(user, policy.costPerEdit(), earned);
    }

    @Override
    public void export() {
        if (!policy.exportInPlan()) {
            throw ApiException.http(402, EngineMessages.text("cloud.no-export"));
        }
    }

    @Override
    public boolean isSilent() {
        return silent.next();
    }
}
