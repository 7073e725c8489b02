package io.retake.dsl.output;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that one run uses for its exports, each claimed against all other live runs. Not thread-safe. */
final class NameUses implements AutoCloseable {
    private final NameClaims claims;
    private final OpenOutputs open;
    private final boolean toTheEnd;
    private final Map<Path, Use> uses = new HashMap<>();

    /** @param toTheEnd whether the name of a finished film stays claimed until the run ends */
    NameUses(Path stateFolder, boolean toTheEnd) {
        this.claims = new NameClaims(stateFolder);
        this.open = new OpenOutputs(stateFolder, claims);
        this.toTheEnd = toTheEnd;
    }

    /** What this run does with a name. */
    static final class Use {
        private NameClaims.@Nullable Claim claim;
        private @Nullable Object session;
        private boolean named;
        private boolean busy;
        private boolean made;

        /** Whether it was claimed before the run began; then it stays so whatever becomes of an export. */
        private boolean reserved;

        private Use(NameClaims.Claim claim) {
            this.claim = claim;
        }

        /** An export of this session is going to make the file; {@code to} says whether the script named it. */
        void begin(Object by, boolean to) {
            session = by;
            named = to;
            busy = true;
        }

        void reserve() {
            reserved = true;
        }

        boolean isClaimed() {
            return claim != null;
        }

        /** Whether an export is making the file now. */
        boolean isBusy() {
            return busy;
        }

        /** Whether this run made the file. */
        boolean isMade() {
            return made;
        }

        /** Whether the script gave the file its name. */
        boolean isNamed() {
            return named;
        }

        @SuppressWarnings("ReferenceEquality") // two sessions are never one, however alike
        boolean isOf(Object other) {
            return session == other;
        }
    }

    Optional<Use> of(Path target) {
        return Optional.ofNullable(uses.get(FilmMemory.canonical(target)));
    }

    /** Claims a name; empty when another live run has it. */
    Optional<Use> claim(Path target) {
        Path key = FilmMemory.canonical(target);
        return claims.take(key).map(claim -> {
            Use use = new Use(claim);
            uses.put(key, use);
            open.add(target);
            return use;
        });
    }

    /** The file is made. */
    void made(Path target) {
        of(target).ifPresent(use -> {
            use.made = true;
            use.busy = false;
            if (!toTheEnd) {
                end(target, use);
            }
        });
    }

    /** The export that was to make the file has failed. */
    void giveUp(Path target) {
        of(target).ifPresent(use -> {
            use.busy = false;
            if (!use.made && !use.reserved) {
                uses.remove(FilmMemory.canonical(target));
                end(target, use);
            }
        });
    }

    /** Removes what killed runs left of their downloads. */
    void clearAbandoned() {
        open.clear();
    }

    private void end(Path target, Use use) {
        open.remove(target);
        NameClaims.Claim claim = use.claim;
        if (claim != null) {
            claim.close();
            use.claim = null;
        }
    }

    /** Releases all names. */
    @Override
    public void close() {
        uses.forEach(this::end);
        uses.clear();
    }
}
