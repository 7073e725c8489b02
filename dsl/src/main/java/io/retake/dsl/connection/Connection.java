package io.retake.dsl.connection;

import io.retake.core.client.RetakeClient;
import io.retake.engine.FileFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection to a backend: opened when first needed, closed by its owner. Thread-safe. */
public interface Connection extends AutoCloseable {

    /**
     * Returns the client of the backend; the same one every time.
     *
     * @throws IllegalStateException when an embedded engine would have to be started after {@link #close}
     */
    RetakeClient client();

    /** Returns {@code local}, {@code cloud} or an address. */
    String name();

    /** Returns where the footage goes, in a sentence. */
    String privacy();

    /**
     * Returns whether the backend is known to be on this machine, so that no footage leaves it and no work continues
     * there without us.
     */
    boolean local();

    /** Returns whether the backend ends with this process. */
    boolean isEmbedded();

    /**
     * Returns the folder in which an embedded engine keeps its sessions for later processes; empty for another backend.
     */
    Optional<String> engineFolder();

    /** Reuses an earlier engine's folder; a new engine can start on it only before the first {@link #client()}. */
    TakeUp takeUp(String engineFolder);

    /** The outcome of reusing an engine's folder. */
    enum TakeUp {
        /** A new engine starts on it; the work of the earlier one ended with that process. */
        STARTED,
        /** It is the folder of the running engine. */
        RUNS,
        /** Not reused: the running engine has another folder, or the backend is not embedded. */
        NOT
    }

    /** Returns a sample clip. */
    Path sampleClip();

    /**
     * Returns the parts of a sentence that the backend will not understand, each with the reason; empty when that is
     * unknown.
     *
     * @param files the names of the media that the session will have
     */
    Map<String, String> notUnderstood(String sentence, List<String> files);

    /** Returns the properties of a media file on this machine; empty when it is not one. */
    Optional<FileFacts> facts(Path file);

    @Override
    void close();
}
