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

    /**
     * Creates the uses of a run.
     *
     * @param toTheEnd whether the name of a finished film stays claimed until the run ends
     */
    NameUses(Path stateFolder, boolean toTheEnd) {
        this.claims = new NameClaims(stateFolder);
        this.open = new OpenOutputs(stateFolder, claims);
        this.toTheEnd = toTheEnd;
    }

    /** The use of a name by this run. */
    static final class Use {
        private NameClaims.@Nullable Claim claim;
        private @Nullable Object session;
        private boolean named;
        private boolean busy;
        private boolean made;

        /** Whether it was claimed before the run began; then it stays claimed whatever the outcome of an export. */
        private boolean reserved;

        private Use(NameClaims.Claim claim) {
            this.claim = claim;
        }

        /** Begins an export of a session to the file; {@code to} says whether the script named it. */
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

        /** Returns whether an export is writing the file now. */
        boolean isBusy() {
            return busy;
        }

        /** Returns whether this run made the file. */
        boolean isMade() {
            return made;
        }

        /** Returns whether the script named the file. */
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

    /** Marks the file as made. */
    void made(Path target) {
        of(target).ifPresent(use -> {
            use.made = true;
            use.busy = false;
            if (!toTheEnd) {
                end(target, use);
            }
        });
    }

    /** Releases the name after a failed export. */
    void giveUp(Path target) {
        of(target).ifPresent(use -> {
            use.busy = false;
            if (!use.made && !use.reserved) {
                uses.remove(FilmMemory.canonical(target));
                end(target, use);
            }
        });
    }

    /** Deletes the partial downloads of killed runs. */
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
