package io.retake.dsl.run;

import groovy.lang.Closure;
import io.retake.dsl.DslException;
import io.retake.dsl.language.RetakeScript;
import io.retake.dsl.language.SessionScope;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What a running script talks to. Sessions come one after the other; a block may not open another one in itself. */
final class ScriptHost extends SpeakingScope implements RetakeScript.Host {
    private final String title;
    private final AtomicInteger sessions = new AtomicInteger();
    private final @Nullable SessionScope standing;
    private @Nullable SessionScope current;

    ScriptHost(RunContext run, String title) {
        super(run, new Console(run.events));
        this.title = title;
        this.standing = null;
    }

    /** For an entry of a prompt: what is said outside of a block goes to the session that stands. */
    ScriptHost(RunContext run, StandingSession session) {
        super(run, new Console(run.events));
        this.title = session.title();
        this.sessions.set(1);
        this.standing = new StepWork(run, new SessionRun(run, session), console);
    }

    /** The session that stands, for work that is no script. */
    SessionScope standing() {
        return Objects.requireNonNull(standing);
    }

    @Override
    public <T extends @Nullable Object> T session(Closure<T> block) {
        return session(title, block);
    }

    @Override
    public <T extends @Nullable Object> T session(String name, Closure<T> block) {
        if (current != null) {
            throw new DslException("a session can't be opened in another session", "end the first one before it");
        }
        SessionRun session = new SessionRun(run, sessions.incrementAndGet(), name);
        SessionScope scope = new StepWork(run, session, console);
        block.setDelegate(scope);
        block.setResolveStrategy(Closure.DELEGATE_FIRST);
        current = scope;
        try {
            return block.call();
        } finally {
            current = null;
        }
    }

    @Override
    public SessionScope current(String verb) {
        SessionScope scope = current == null ? standing : current;
        if (scope == null) {
            throw new DslException(
                    "'" + verb + "' belongs in a session, and none is open", "write session { " + verb + " … }");
        }
        return scope;
    }

    @Override
    public Path sampleClip() {
        return run.connection.sampleClip();
    }
}
