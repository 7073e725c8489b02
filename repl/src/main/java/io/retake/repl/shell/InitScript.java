package io.retake.repl.shell;

import io.retake.core.RetakeException;
import io.retake.core.protocol.TerminalText;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.problem.ScriptSource;
import io.retake.dsl.prompt.Evaluator;
import io.retake.dsl.run.Run;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.view.ProblemView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs the user's init script when the prompt starts. It runs while the first line is typed, so that the prompt appears
 * at once; input waits for its end. Its output appears above that line. Thread-safe.
 */
final class InitScript {
    private static final long SILENT_MILLIS = 700;
    private final Optional<Path> file;
    private final Console console;
    private volatile CountDownLatch over = new CountDownLatch(0);
    private volatile @Nullable Run run;

    /**
     * Creates the runner; reads nothing.
     *
     * @param file the script, which need not exist; empty for none
     */
    InitScript(Optional<Path> file, Console console) {
        this.file = file;
        this.console = console;
    }

    /** Makes input from now on wait for {@link #run}. */
    void expect() {
        over = new CountDownLatch(1);
    }

    /** Runs the script in this thread; a missing file is no error, and one with errors leaves the prompt usable. */
    void run(Evaluator evaluator) {
        CountDownLatch awaited = over;
        try {
            Path script = file.orElse(null);
            if (script != null && Files.exists(script)) {
                ScriptSource source = ScriptSource.file(script);
                Run begun = evaluator.prepare(source, event -> on(source.name(), event));
                run = begun;
                begun.await();
            }
        } catch (InvalidScript wrong) {
            new ProblemView(console.output().errors, console.theme()).show(wrong.problems());
        } catch (RetakeException wrong) {
            console.problem(String.valueOf(wrong.getMessage()), wrong.advice());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            run = null;
            awaited.countDown();
        }
    }

    /** Ends the waiting: the script has ended, or there was no evaluator to run it. */
    void isOver() {
        over.countDown();
    }

    private void on(String name, RunEvent event) {
        if (event instanceof RunEvent.Said said && said.by() == RunEvent.Speaker.SCRIPT) {
            TerminalText.clean(said.text()).lines().forEach(console::say);
        } else if (event instanceof RunEvent.Warning warning) {
            console.warning(TerminalText.clean(warning.text()));
        } else if (event instanceof RunEvent.Failed failed) {
            String line = failed.line() > 0 ? ":" + failed.line() : "";
            boolean stopped = failed.kind() == RunEvent.Failure.CANCELLED;
            console.problem(
                    name + line + ": " + (stopped ? ProgramMessages.text("run.stopped") : failed.message()),
                    stopped ? "" : failed.advice());
        }
    }

    /** Waits for its end, and shows a message if that takes long. */
    void await() {
        CountDownLatch awaited = over;
        try {
            if (awaited.getCount() > 0 && !awaited.await(SILENT_MILLIS, TimeUnit.MILLISECONDS)) {
                if (run != null) {
                    console.aside(ProgramMessages.text("init.waiting", file.orElseThrow()));
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

    /** Stops it at the end of a prompt, and waits two seconds for that at most. */
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
