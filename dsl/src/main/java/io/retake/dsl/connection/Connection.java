package io.retake.dsl.connection;

import io.retake.core.client.RetakeClient;
import io.retake.engine.FileFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A backend to run on: made when it is first needed, closed by whoever made the connection. Thread-safe. */
public interface Connection extends AutoCloseable {

    /**
     * What speaks to it; the same one every time.
     *
     * @throws IllegalStateException when an embedded engine would have to be started after {@link #close}
     */
    RetakeClient client();

    /** {@code local}, {@code cloud} or an address. */
    String name();

    /** Where the footage goes, in a sentence. */
    String privacy();

    /** Whether it is known to be on this machine, so that no footage leaves it and nothing goes on there without us. */
    boolean local();

    /** Whether it ends with this process. */
    boolean isEmbedded();

    /** Where an embedded engine keeps its sessions, to be found again by a later process; empty for another backend. */
    Optional<String> engineFolder();

    /** Takes up an earlier engine's folder; a new engine can start on it only before the first {@link #client()}. */
    TakeUp takeUp(String engineFolder);

    /** Whether an engine's folder was taken up. */
    enum TakeUp {
        /** By an engine that starts now: what the earlier one was doing ended with it. */
        STARTED,
        /** It is the engine that runs already. */
        RUNS,
        /** It was not: the engine that runs has another one, or the backend is none of this process. */
        NOT
    }

    /** A clip to try things on. */
    Path sampleClip();

    /**
     * What of a sentence the backend will not understand, each part with why; empty when it can't be told beforehand.
     *
     * @param files the names of the media that the session will have
     */
    Map<String, String> notUnderstood(String sentence, List<String> files);

    /** What is in a media file on this machine; empty when it is none. */
    Optional<FileFacts> facts(Path file);

    @Override
    void close();
}
