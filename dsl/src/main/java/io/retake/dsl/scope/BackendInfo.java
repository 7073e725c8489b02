package io.retake.dsl.scope;

/** The backend of a run: {@code backend.local}, {@code backend.name}. Immutable. */
public final class BackendInfo {
    private final String name;
    private final boolean local;

    /** Creates the info for a backend of that name. */
    public BackendInfo(String name, boolean local) {
        this.name = name;
        this.local = local;
    }

    /** Returns {@code local}, {@code cloud} or an address. */
    public String getName() {
        return name;
    }

    /** Returns whether footage is known to stay on this machine: only with the engine in this process. */
    public boolean isLocal() {
        return local;
    }

    /** Returns its name. */
    @Override
    public String toString() {
        return name;
    }
}
