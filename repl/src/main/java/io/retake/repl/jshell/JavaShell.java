package io.retake.repl.jshell;

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
 * A JShell in this process that works where a prompt does. It is made by the first call, which takes a second or so, in a
 * thread of its own that does all its work. As long as it is there, the process's standard streams are shown by the prompt.
 * Thread-safe; snippets are done one after the other.
 */
public final class JavaShell implements AutoCloseable {
    private static final String MODULE = "jdk.jshell";
    /** How long a key may wait for what can be typed next. */
    private static final Duration PATIENCE = Duration.ofMillis(150);
    /** How long a snippet may take to stop before it is left behind. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final SnippetTarget place;
    private final Theme theme;
    private final StandardStreams streams;
    private ExecutorService worker = worker();
    private volatile @Nullable Snippets snippets;
    private volatile long stopAsked;

    /**
     * Takes over the standard streams; makes nothing yet.
     *
     * @param lines where values are shown, and what is printed
     * @param errors where goes what is printed as an error
     * @throws SnippetProblem when this Java has no JShell
     */
    public JavaShell(SnippetTarget place, PrintStream lines, PrintStream errors, Theme theme) {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            throw new SnippetProblem(
                    "this Java runtime has no JShell (module " + MODULE + ")",
                    "run Retake with a full JDK, 17 or newer: set JAVA_HOME");
        }
        this.place = place;
        this.theme = theme;
        this.streams = new StandardStreams(lines, errors);
    }

    /** Makes the JShell, ahead of the first snippet, without waiting for it. */
    @SuppressWarnings(
            "FutureReturnValueIgnored") // what goes wrong goes wrong again, and is told, with the first snippet
    public void warmUp() {
        submit(made -> made.complete(""));
    }

    /**
     * Does what was typed: one snippet or several, up to the first that fails.
     *
     * @return false when it was stopped
     * @throws SnippetProblem when a snippet is wrong or fails
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

    /** Whether a text is whole; otherwise it goes on in the next line. */
    public boolean complete(String text) {
        stopAsked = 0;
        return await(submit(made -> made.complete(text)));
    }

    /** What can stand at the cursor; nothing when that takes longer than a key may wait. Evaluates nothing. */
    public List<Suggestion> suggestions(String text, int cursor) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            // Two thirds for signatures: what comes then may take the rest.
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

    /** Stops the snippet that runs, if one does; returns at once. From any thread. */
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

    /** In the worker's thread. */
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
                "the snippet doesn't stop; Retake abandons it together with everything declared so far",
                "it may keep running until you quit Retake");
    }

    private static ExecutorService worker() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "retake-java");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Stops what runs, threads that snippets have started too, and gives the standard streams back. */
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
