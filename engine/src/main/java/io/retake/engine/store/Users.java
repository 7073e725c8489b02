package io.retake.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.AtomicFiles;
import io.retake.core.Sha256;
import io.retake.engine.api.EngineException;
import io.retake.engine.api.Policy;
import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens and credits. The owner is the process that started the engine: its token is made anew each time, kept nowhere,
 * and valid as long as the engine runs. Others get one token a client: the same one until it ends, or, where the policy
 * says so, one in a week. Thread-safe.
 */
public final class Users {
    /** The id of the process that started the engine. */
    public static final String OWNER = "owner";

    private static final int MOST_USERS = 1000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Policy policy;
    private final Clock clock;
    private final String ownerToken = newToken();
    private final Map<String, User> byId = new LinkedHashMap<>();

    public Users(EngineHome home, Policy policy, Clock clock) throws IOException {
        this.file = home.users();
        this.policy = policy;
        this.clock = clock;
        if (Files.exists(file)) {
            read();
        }
        byId.compute(
                OWNER,
                (id, kept) -> kept == null
                        ? new User(
                                OWNER, "", ownerToken, Optional.empty(), Optional.empty(), policy.initialCredits(), 0)
                        : kept.with(ownerToken, Optional.empty(), Optional.empty()));
    }

    private void read() throws IOException {
        for (JsonNode node : Json.read(file).orElseGet(Json::object).path("users")) {
            if (node instanceof ObjectNode json) {
                User user = User.of(json);
                // What was set aside for a message that a crash ended was not earned.
                byId.put(user.id(), user.withCredits(user.credits() + user.frozen(), 0));
            }
        }
    }

    public String ownerToken() {
        return ownerToken;
    }

    /** The user a token belongs to; empty when it is nobody's or has ended. */
    public synchronized Optional<User> byToken(String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        Optional<User> found = Optional.empty();
        for (User user : byId.values()) {
            // Every token is compared, and each in the same time, so that time tells nothing about any.
            if (MessageDigest.isEqual(given, user.token().getBytes(StandardCharsets.UTF_8))) {
                found = Optional.of(user);
            }
        }
        return found.filter(user -> user.isValid(clock.instant()));
    }

    /** A client has had its token, and gets the next one later. */
    public static final class TokenTooSoon extends EngineException {
        private final Duration untilNext;

        TokenTooSoon(Duration untilNext) {
            super(EngineMessages.text("token.one-a-week", Policy.TOKEN_WEEK.toDays()));
            this.untilNext = untilNext;
        }

        /** Returns the time until the client may get the next one. */
        public Duration untilNext() {
            return untilNext;
        }
    }

    /**
     * The token of a client: the one it has, or a new one when it has none that is valid. Credits are not renewed.
     *
     * @throws TokenTooSoon where the policy lets a client have one only now and then
     */
    public synchronized User forClient(String client) throws IOException {
        String id = "anon_" + HexFormat.of().formatHex(sha256(client), 0, 12);
        Instant now = clock.instant();
        User user = byId.get(id);
        if (user == null) {
            requireRoom();
            user = new User(id, client, newToken(), Optional.of(now), end(now), policy.initialCredits(), 0);
        } else if (policy.tokenInterval().isPresent()) {
            checkInterval(user, policy.tokenInterval().get(), now);
            user = user.with(newToken(), Optional.of(now), end(now));
        } else if (!user.isValid(now)) {
            user = user.with(newToken(), Optional.of(now), end(now));
        } else {
            return user;
        }
        keep(user);
        return user;
    }

    private static void checkInterval(User user, Duration interval, Instant now) {
        user.issuedAt()
                .map(issued -> issued.plus(interval))
                .filter(next -> next.isAfter(now))
                .ifPresent(next -> {
                    throw new TokenTooSoon(Duration.between(now, next));
                });
    }

    private void requireRoom() {
        if (byId.size() >= MOST_USERS) {
            throw new EngineException(EngineMessages.text("token.many-clients", MOST_USERS));
        }
    }

    /** Reserves the cost of a message; returns false when the credits don't suffice. */
    public synchronized boolean freeze(String id, int cost) throws IOException {
        User user = get(id);
        if (user.credits() < cost) {
            return false;
        }
        if (cost > 0) {
            keep(user.withCredits(user.credits() - cost, user.frozen() + cost));
        }
        return true;
    }

    /** Charges the reserved credits, or releases them when the message had no effect. */
    public synchronized void settle(String id, int cost, boolean earned) throws IOException {
        User user = get(id);
        if (cost > 0) {
            keep(user.withCredits(user.credits() + (earned ? 0 : cost), user.frozen() - cost));
        }
    }

    public synchronized User get(String id) {
        User user = byId.get(id);
        if (user == null) {
            throw new IllegalArgumentException("no user " + id);
        }
        return user;
    }

    private Optional<Instant> end(Instant now) {
        return policy.tokenLifetime().map(now::plus);
    }

    private void keep(User user) throws IOException {
        byId.put(user.id(), user);
        ObjectNode json = Json.object();
        ArrayNode users = json.putArray("users");
        byId.values()
                .forEach(each -> users.add(
                        each.id().equals(OWNER)
                                ? each.with("", Optional.empty(), Optional.empty())
                                        .json()
                                : each.json()));
        AtomicFiles.write(file, Json.bytes(json));
    }

    private static String newToken() {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        return "nmv_usr_" + HexFormat.of().formatHex(random);
    }

    private static byte[] sha256(String text) {
        return Sha256.of(text);
    }
}
