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
 * Where the work is done: the backend that is chosen, and what evaluates there. Both are made when they are first needed,
 * or by the thread that goes ahead of whoever types. Thread-safe.
 */
final class BackendHandle implements AutoCloseable {
    private static final String TITLE = "film";
    private final Supplier<RetakeBuilder> builders;
    private @Nullable Retake retake;
    private @Nullable Evaluator evaluator;
    private volatile @Nullable Evaluator ready;

    private final AtomicBoolean expected = new AtomicBoolean();

    /** Whether work that goes on at the backend is left there when this is closed. */
    boolean leavesWork;

    BackendHandle(Supplier<RetakeBuilder> builders) {
        this.builders = builders;
    }

    /** What evaluates; made by the first call. */
    synchronized Evaluator evaluator() {
        Evaluator known = evaluator;
        return known == null ? goOn(open(builders.get(), made -> made.prompt(TITLE))) : known;
    }

    synchronized Retake retake() {
        evaluator();
        return Objects.requireNonNull(retake);
    }

    /** What evaluates, if something has needed it yet; never waits for anything. */
    Optional<Evaluator> ready() {
        return Optional.ofNullable(ready);
    }

    /**
     * What is being typed will need the backend. Where that is the embedded engine, a thread of its own starts it while the
     * person still types, and asks it something, so that the way there and back is made too; nobody else is asked
     * anything ahead. Once; what goes wrong goes wrong again, and is told, when the line is done.
     */
    void expectWork() {
        ready().filter(made -> made.isEmbedded() && !expected.getAndSet(true))
                .ifPresent(made -> Prompt.ahead("reaching", () -> reach(made)));
    }

    /** Where it was left meanwhile its connection is closed, and starts nothing. */
    private static void reach(Evaluator made) {
        try {
            made.client().credits(new Cancellation());
        } catch (RuntimeException later) {
            return;
        }
    }

    /** Goes on at another backend, with nothing of what was done here. Where that fails, all is as it was. */
    synchronized Evaluator moveTo(Backend backend) {
        Open there = open(builders.get().backend(backend), made -> made.prompt(TITLE));
        leave();
        return goOn(there);
    }

    /**
     * Goes on in a session that is known, with an engine on the folder that holds it. Where that fails, as when another
     * process has that folder, all is as it was.
     */
    synchronized Evaluator attach(KnownSession known) {
        Evaluator here = evaluator;
        if (here != null
                && here.engineFolder().isPresent()
                && here.engineFolder().equals(known.engine())) {
            leave(); // no two engines can have one folder, not even for a moment
        }
        RetakeBuilder builder = builders.get().backend(Backend.named(known.backend()));
        Open there = open(builder, made -> {
            Evaluator opened = made.attach(TITLE, known);
            opened.state(); // is it there, and nobody else's?
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
