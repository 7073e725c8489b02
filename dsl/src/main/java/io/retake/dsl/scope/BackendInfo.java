package io.retake.dsl.scope;

/** Where a run's work is done: {@code backend.local}, {@code backend.name}. Immutable. */
public final class BackendInfo {
    private final String name;
    private final boolean local;

    /** A backend of that name. */
    public BackendInfo(String name, boolean local) {
        this.name = name;
        this.local = local;
    }

    /** {@code local}, {@code cloud} or an address. */
    public String getName() {
        return name;
    }

    /** Whether footage is known to stay on this machine: with the engine inside of this process, and no other. */
    public boolean isLocal() {
        return local;
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
