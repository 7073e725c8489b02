package io.retake.repl.shell;

import io.retake.core.RetakeException;
import io.retake.core.protocol.TerminalText;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.problem.ScriptSource;
import io.retake.dsl.prompt.Evaluator;
import io.retake.dsl.run.Run;
import io.retake.repl.view.ProblemView;
import io.retake.repl.view.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The script that a person has each prompt begin with. It is done beside the first line that is typed, so that nobody
 * waits for the prompt; what is typed waits for its end. What it prints stands above that line. Thread-safe.
 */
final class InitScript {
    private static final long SILENT_MILLIS = 700;
    private final Optional<Path> file;
    private volatile CountDownLatch over = new CountDownLatch(0);
    private volatile @Nullable Run run;

    InitScript(Optional<Path> file) {
        this.file = file;
    }

    /** From now on, what is typed waits for {@link #run}. */
    void expect() {
        over = new CountDownLatch(1);
    }

    /** Does it, in this thread; a prompt without the file, or with a wrong one, is a prompt all the same. */
    void run(ShellContext desk, Evaluator evaluator) {
        CountDownLatch awaited = over;
        try {
            Path script = file.orElse(null);
            if (script != null && Files.exists(script)) {
                ScriptSource source = ScriptSource.file(script);
                Run begun = evaluator.prepare(source, event -> on(desk, source.name(), event));
                run = begun;
                begun.await();
            }
        } catch (InvalidScript wrong) {
            new ProblemView(desk.output.errors, desk.theme()).show(wrong.problems());
        } catch (RetakeException wrong) {
            desk.problem(String.valueOf(wrong.getMessage()), wrong.advice());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            run = null;
            awaited.countDown();
        }
    }

    /** Nobody waits any longer: it was done, or there was nothing to do it in. */
    void isOver() {
        over.countDown();
    }

    private static void on(ShellContext desk, String name, RunEvent event) {
        if (event instanceof RunEvent.Said said && said.by() == RunEvent.Speaker.SCRIPT) {
            TerminalText.clean(said.text()).lines().forEach(desk::say);
        } else if (event instanceof RunEvent.Warning warning) {
            desk.say(desk.theme().paint(Role.WARNING, "warning: ") + TerminalText.clean(warning.text()));
        } else if (event instanceof RunEvent.Failed failed) {
            String line = failed.line() > 0 ? ":" + failed.line() : "";
            boolean stopped = failed.kind() == RunEvent.Failure.CANCELLED;
            desk.problem(name + line + ": " + (stopped ? "stopped" : failed.message()), stopped ? "" : failed.advice());
        }
    }

    /** Waits for its end, and says so when that takes long. */
    void await(ShellContext desk) {
        CountDownLatch awaited = over;
        try {
            if (awaited.getCount() > 0 && !awaited.await(SILENT_MILLIS, TimeUnit.MILLISECONDS)) {
                if (run != null) {
                    desk.aside("Waiting for " + file.orElseThrow() + " to finish; Ctrl-C stops it.");
                }
                awaited.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops it. */
    void cancel() {
        Run now = run;
        if (now != null) {
            now.cancel();
        }
    }

    /** For the end of a prompt: nothing of it is left, or it is given up after a while. */
    void leave() {
        cancel();
        try {
            Run now = run;
            if (now != null) {
                now.await(Duration.ofSeconds(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
