package io.retake.repl.shell.session;

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
 * Opens, switches and closes the backend of the prompt and the evaluator on it. Both are created when they are first
 * needed, or by the warm-up thread. Thread-safe.
 */
final class BackendHandle implements AutoCloseable {
    private static final String TITLE = "film";
    private final Supplier<RetakeBuilder> builders;
    private @Nullable Retake retake;
    private @Nullable Evaluator evaluator;
    private volatile @Nullable Evaluator ready;

    private final AtomicBoolean expected = new AtomicBoolean();

    private volatile boolean leavesRenders;

    BackendHandle(Supplier<RetakeBuilder> builders) {
        this.builders = builders;
    }

    /** Returns the evaluator; the first call creates it. */
    synchronized Evaluator evaluator() {
        Evaluator known = evaluator;
        return known == null ? goOn(open(builders.get(), made -> made.prompt(TITLE))) : known;
    }

    synchronized Retake retake() {
        evaluator();
        return Objects.requireNonNull(retake);
    }

    /** Returns the evaluator if something has needed it already; never waits. */
    Optional<Evaluator> ready() {
        return Optional.ofNullable(ready);
    }

    /**
     * Starts the embedded engine, once, in a separate thread while the user types a line that will need it, and sends
     * one request, so that the connection exists too. Other backends receive no request ahead of time. A failure is
     * ignored here: it occurs again, and is reported, when the line runs.
     */
    void expectWork() {
        ready().filter(made -> made.isEmbedded() && !expected.getAndSet(true))
                .ifPresent(made -> DaemonThread.start("reaching", () -> reach(made)));
    }

    /** Starts nothing if the user has left this backend meanwhile: its connection is closed then. */
    private static void reach(Evaluator made) {
        try {
            made.client().credits(new Cancellation());
        } catch (RuntimeException later) {
            return;
        }
    }

    /** Continues at another backend, in a new session. If that fails, nothing changes. */
    synchronized Evaluator moveTo(Backend backend) {
        Open there = open(builders.get().backend(backend), made -> made.prompt(TITLE));
        leave();
        return goOn(there);
    }

    /**
     * Continues in a known session, with an engine on the folder that holds it. If that fails, for example because another
     * process has locked that folder, nothing changes.
     */
    synchronized Evaluator attach(KnownSession known) {
        Evaluator here = evaluator;
        if (here != null
                && here.engineFolder().isPresent()
                && here.engineFolder().equals(known.engine())) {
            leave(); // two engines can't share a folder, not even briefly
        }
        RetakeBuilder builder = builders.get().backend(Backend.named(known.backend()));
        Open there = open(builder, made -> {
            Evaluator opened = made.attach(TITLE, known);
            opened.state(); // fails if the session is gone or belongs to another account
            return opened;
        });
        leave();
        return goOn(there);
    }

    private record Open(Retake retake, Evaluator evaluator) {}

    private static Open open(RetakeBuilder builder, Function<Retake, Evaluator> opening) {
        Retake made = builder.build();
        try {
            return new Open(made, opening.apply(made));
        } catch (RuntimeException | Error failed) {
            made.close();
            throw failed;
        }
    }

    private Evaluator goOn(Open opened) {
        retake = opened.retake();
        evaluator = opened.evaluator();
        ready = opened.evaluator();
        return opened.evaluator();
    }

    /** Sets whether {@link #close} leaves renders running at the backend; by default it stops them. */
    void leaveRendersRunning(boolean leave) {
        leavesRenders = leave;
    }

    @Override
    public void close() {
        leave();
    }

    private synchronized void leave() {
        Evaluator known = evaluator;
        if (known != null && leavesRenders) {
            known.leave();
        } else if (known != null) {
            known.close();
        }
        Retake made = retake;
        if (made != null && leavesRenders) {
            made.leave();
        } else if (made != null) {
            made.close();
        }
        evaluator = null;
        ready = null;
        retake = null;
    }
}
