package io.retake.repl.jshell;

import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Theme;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JShell in this process that works on a prompt's session. The first call creates it, which takes about a second, on
 * a worker thread that does all its work. While it is open, the prompt shows the process's standard streams.
 * Thread-safe; snippets run one after the other.
 */
public final class JavaShell implements AutoCloseable {
    private static final String MODULE = "jdk.jshell";
    /** How long a key may wait for suggestions. */
    private static final Duration PATIENCE = Duration.ofMillis(150);
    /** How long a snippet may take to stop before it is abandoned. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final SnippetTarget place;
    private final Theme theme;
    private final StandardStreams streams;
    private ExecutorService worker = worker();
    private volatile @Nullable Snippets snippets;
    private volatile long stopAsked;

    /**
     * Redirects the standard streams; creates nothing else yet.
     *
     * @param lines shows values and standard output
     * @param errors shows standard error
     * @throws SnippetProblem if this Java runtime has no JShell
     */
    public JavaShell(SnippetTarget place, PrintStream lines, PrintStream errors, Theme theme) {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            throw new SnippetProblem(
                    ProgramMessages.text("java.no-jshell", MODULE), ProgramMessages.text("java.no-jshell-advice"));
        }
        this.place = place;
        this.theme = theme;
        this.streams = new StandardStreams(lines, errors);
    }

    /** Creates the JShell before the first snippet, without waiting for it. */
    @SuppressWarnings("FutureReturnValueIgnored") // a failure recurs, and is reported, with the first snippet
    public void warmUp() {
        submit(made -> made.complete(""));
    }

    /**
     * Runs a text: one snippet or several, up to the first that fails.
     *
     * @return false if it was stopped
     * @throws SnippetProblem if a snippet is wrong or fails
     */
    public boolean evaluate(String text) {
        stopAsked = 0;
        try {
            await(submit(made -> {
                made.evaluate(text);
                return true;
            }));
            return true;
        } catch (Snippets.Stopped stopped) {
            return false;
        } finally {
            streams.endLines();
        }
    }

    /** Whether a text is complete; otherwise it continues on the next line. */
    public boolean complete(String text) {
        stopAsked = 0;
        return await(submit(made -> made.complete(text)));
    }

    /** Returns the completions at the cursor; empty if they take longer than a key may wait. Evaluates nothing. */
    public List<Suggestion> suggestions(String text, int cursor) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            // Two thirds of the time for signatures; the rest is a reserve.
            long signatures = until - PATIENCE.toNanos() / 3;
            return submit(made -> made.suggestions(text, cursor, signatures))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException none) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Stops the running snippet, if any; returns at once. Call from any thread. */
    public void stop() {
        stopAsked = System.nanoTime();
        Optional.ofNullable(snippets).ifPresent(Snippets::stop);
    }

    private synchronized <T> Future<T> submit(Function<Snippets, T> work) {
        try {
            return worker.submit(() -> work.apply(made()));
        } catch (RejectedExecutionException closed) {
            throw new IllegalStateException("this shell is closed", closed);
        }
    }

    /** Returns the snippets, created by the first call. Worker thread only. */
    private Snippets made() {
        Snippets known = snippets;
        if (known == null) {
            known = new Snippets(place, new SnippetReporter(streams, theme));
            snippets = known;
        }
        return known;
    }

    private <T> T await(Future<T> work) {
        try {
            while (true) {
                try {
                    return work.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException goesOn) {
                    long asked = stopAsked;
                    if (asked != 0 && System.nanoTime() - asked > GRACE.toNanos()) {
                        throw leftBehind();
                    }
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            throw new Snippets.Stopped();
        }
    }

    private synchronized SnippetProblem leftBehind() {
        worker.shutdown();
        worker = worker();
        snippets = null;
        return new SnippetProblem(
                ProgramMessages.text("java.does-not-stop"), ProgramMessages.text("java.does-not-stop-advice"));
    }

    private static ExecutorService worker() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "retake-java");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Stops the running snippet and the threads that snippets started, and restores the standard streams. */
    @Override
    public void close() {
        ExecutorService last;
        synchronized (this) {
            last = worker;
        }
        stop();
        last.shutdown();
        try {
            last.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Optional.ofNullable(snippets).ifPresent(Snippets::close);
        streams.close();
    }
}
