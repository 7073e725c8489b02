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
 * The user's init script, which each prompt runs first. It runs while the first line is being typed, so that the prompt
 * appears at once; a typed line waits for its end. Its output appears above the line being typed. Thread-safe.
 */
final class InitScript {
    private static final long SILENT_MILLIS = 700;
    private final Optional<Path> file;
    private volatile CountDownLatch over = new CountDownLatch(0);
    private volatile @Nullable Run run;

    InitScript(Optional<Path> file) {
        this.file = file;
    }

    /** Makes typed lines wait for {@link #run}. */
    void expect() {
        over = new CountDownLatch(1);
    }

    /** Runs the script on this thread. The prompt works without the file, or with a wrong one, too. */
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

    /** Releases waiting lines: the script has ended, or couldn't start. */
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

    /** Waits for the end of the script, with a message if that takes long. */
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

    /** Stops the script. */
    void cancel() {
        Run now = run;
        if (now != null) {
            now.cancel();
        }
    }

    /** Stops the script at the end of a prompt and waits up to 2 s for it. */
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
