package io.retake.repl.shell;

import io.retake.core.client.http.Cancellation;
import io.retake.dsl.Backend;
import io.retake.dsl.Retake;
import io.retake.dsl.RetakeBuilder;
import io.retake.dsl.journal.KnownSession;
import io.retake.dsl.prompt.Evaluator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the selected backend and its evaluator. Both are created on first use, or earlier by a warm-up thread.
 * Thread-safe.
 */
final class BackendHandle implements AutoCloseable {
    private static final String TITLE = "film";
    private final Supplier<RetakeBuilder> builders;
    private @Nullable Retake retake;
    private @Nullable Evaluator evaluator;
    private volatile @Nullable Evaluator ready;

    private final AtomicBoolean expected = new AtomicBoolean();

    /** Whether {@link #close} leaves renders running at the backend. */
    boolean leavesWork;

    BackendHandle(Supplier<RetakeBuilder> builders) {
        this.builders = builders;
    }

    /** Returns the evaluator, created by the first call. */
    synchronized Evaluator evaluator() {
        Evaluator known = evaluator;
        return known == null ? goOn(open(builders.get(), made -> made.prompt(TITLE))) : known;
    }

    synchronized Retake retake() {
        evaluator();
        return Objects.requireNonNull(retake);
    }

    /** Returns the evaluator if it exists already; never blocks. */
    Optional<Evaluator> ready() {
        return Optional.ofNullable(ready);
    }

    /**
     * Prepares the backend for the line being typed. If it is the embedded engine, a thread starts it and sends a
     * request to warm up the connection; other backends get no request in advance. Runs once; a failure recurs, and is
     * reported, when the line runs.
     */
    void expectWork() {
        ready().filter(made -> made.isEmbedded() && !expected.getAndSet(true))
                .ifPresent(made -> Prompt.ahead("reaching", () -> reach(made)));
    }

    /** If the prompt has left the backend meanwhile, its client is closed and starts nothing. */
    private static void reach(Evaluator made) {
        try {
            made.client().credits(new Cancellation());
        } catch (RuntimeException later) {
            return;
        }
    }

    /** Switches to another backend with a new session. A failure changes nothing. */
    synchronized Evaluator moveTo(Backend backend) {
        OpenBackend there = open(builders.get().backend(backend), made -> made.prompt(TITLE));
        leave();
        return goOn(there);
    }

    /**
     * Reattaches to a known session, with an engine on the folder that holds it. A failure, for example because another
     * process holds the folder, keeps the current session, unless that used the same folder and had to close first.
     */
    synchronized Evaluator attach(KnownSession known) {
        Evaluator here = evaluator;
        if (here != null
                && here.engineFolder().isPresent()
                && here.engineFolder().equals(known.engine())) {
            leave(); // two engines can't share a folder, not even briefly
        }
        RetakeBuilder builder = builders.get().backend(Backend.named(known.backend()));
        OpenBackend there = open(builder, made -> {
            Evaluator opened = made.attach(TITLE, known);
            opened.state(); // fails if the session is gone or isn't ours
            return opened;
        });
        leave();
        return goOn(there);
    }

    private record OpenBackend(Retake retake, Evaluator evaluator) {}

    private static OpenBackend open(RetakeBuilder builder, Function<Retake, Evaluator> opening) {
        Retake made = builder.build();
        try {
            return new OpenBackend(made, opening.apply(made));
        } catch (RuntimeException | Error failed) {
            made.close();
            throw failed;
        }
    }

    private Evaluator goOn(OpenBackend opened) {
        retake = opened.retake();
        evaluator = opened.evaluator();
        ready = opened.evaluator();
        return opened.evaluator();
    }

    @Override
    public void close() {
        leave();
    }

    private synchronized void leave() {
        Evaluator known = evaluator;
        if (known != null && leavesWork) {
            known.leave();
        } else if (known != null) {
            known.close();
        }
        Retake made = retake;
        if (made != null && leavesWork) {
            made.leave();
        } else if (made != null) {
            made.close();
        }
        evaluator = null;
        ready = null;
        retake = null;
    }
}
