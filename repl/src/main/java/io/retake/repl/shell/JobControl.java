package io.retake.repl.shell;

import io.retake.core.RetakeException;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.run.Run;
import io.retake.dsl.run.RunResult;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.job.BackgroundView;
import io.retake.repl.shell.job.Bell;
import io.retake.repl.shell.job.ForegroundView;
import io.retake.repl.shell.job.Job;
import io.retake.repl.shell.job.Jobs;
import io.retake.repl.shell.settings.Setting;
import io.retake.repl.shell.settings.Settings;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.shell.terminal.NextLine;
import io.retake.repl.shell.terminal.Output;
import io.retake.repl.shell.terminal.Questions;
import io.retake.repl.view.HistoryView.Outcome;
import io.retake.repl.view.ProblemView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs: at most one in the foreground, which the prompt waits for, and any number in the background. Used by the
 * prompt's thread; {@link #interrupt} and {@link #moveToBackground} by the signal handlers.
 */
final class JobControl {
    private static final long SLOW_NANOS = 2_000_000_000L;
    private final Console console;
    private final Settings settings;
    private final NextLine nextLine;
    private final Jobs jobs = new Jobs();
    private volatile @Nullable Job foreground;
    private volatile boolean waiting;
    private volatile boolean asked;
    private volatile long stopping;

    JobControl(Console console, Settings settings, NextLine nextLine) {
        this.console = console;
        this.settings = settings;
        this.nextLine = nextLine;
    }

    /** Returns the background jobs. */
    Jobs jobs() {
        return jobs;
    }

    /**
     * Starts a job and waits for it, unless it runs in the background. Shows an error if it can't start.
     *
     * @param ended receives the result of a job that ends in the foreground
     * @return the outcome of a foreground job; {@link Outcome#DONE} for one in the background, or moved there
     */
    Outcome begin(String text, boolean background, Function<RunListener, Run> start, Consumer<RunResult> ended) {
        Job job = job(text, background);
        try {
            job.started(start.apply(job));
            if (background) {
                addToBackground(job);
                return Outcome.DONE;
            }
            foreground = job;
            return await(job, ended);
        } catch (InvalidScript wrong) {
            new ProblemView(console.output().errors, console.theme()).show(wrong.problems());
            return Outcome.FAILED;
        } catch (RetakeException wrong) {
            console.problem(String.valueOf(wrong.getMessage()), wrong.advice());
            return Outcome.FAILED;
        } finally {
            foreground = null;
            asked = false;
            stopping = 0;
        }
    }

    private Job job(String text, boolean background) {
        Output output = console.output();
        Job[] self = new Job[1];
        RunListener silent = new BackgroundView(output.lines, console.theme(), text, () -> self[0].number());
        RunListener behind = settings.on(Setting.BELL) ? new Bell(silent, output::ring) : silent;
        ForegroundView front = new ForegroundView(
                output.screen(), console::columns, text, settings.get(Setting.FEEDBACK), nextLine::suggest);
        self[0] = new Job(text, Instant.now(), front, behind, !background);
        return self[0];
    }

    private Outcome await(Job job, Consumer<RunResult> ended) {
        try {
            while (job.number() == 0) {
                attend(job);
                Optional<RunResult> result = job.run().await(Duration.ofMillis(50));
                if (result.isPresent()) {
                    ended.accept(result.get());
                    return outcome(result.get());
                }
            }
            return Outcome.DONE;
        } catch (InterruptedException e) {
            job.run().cancel();
            Thread.currentThread().interrupt();
            return Outcome.STOPPED;
        }
    }

    /** Returns the outcome of a run, as the history shows it. */
    static Outcome outcome(RunResult result) {
        return switch (result.state()) {
            case DONE -> Outcome.DONE;
            case FAILED -> Outcome.FAILED;
            case CANCELLED -> Outcome.STOPPED;
        };
    }

    /** Performs the action that a signal handler requested and only the prompt's thread can do. */
    private void attend(Job job) {
        if (asked) {
            asked = false;
            decide(job);
        }
        if (stopping > 0 && System.nanoTime() - stopping > SLOW_NANOS) {
            stopping = 0;
            job.hold();
            console.aside(ProgramMessages.text("job.still-stopping"));
            job.goOn();
        }
    }

    /** Asks what Ctrl-C means for a message that costs credits whether or not the user waits. */
    private void decide(Job job) {
        job.hold();
        console.say(ProgramMessages.text("job.message-running"));
        Questions.Reply reply = console.questions().ask(ProgramMessages.text("job.keep-waiting"));
        if (reply.is('b')) {
            moveToBackground();
        } else {
            job.goOn();
            if (reply.is('s') || reply.answer() == Questions.Answer.INTERRUPTED) {
                job.run().cancel();
            }
        }
    }

    /** Waits for background jobs; Ctrl-C ends the waiting and leaves the jobs running. */
    void awaitBackground(List<Job> awaited) {
        waiting = true;
        try {
            while (waiting
                    && awaited.stream().anyMatch(job -> job.run().result().isEmpty())) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting = false;
        }
    }

    /** Stops the foreground job on Ctrl-C, after a question if it costs credits anyway. */
    void interrupt() {
        waiting = false;
        Job job = foreground;
        if (job == null) {
            return;
        }
        if (console.questions().isInteractive() && job.run().unstoppable().isPresent()) {
            asked = true;
        } else {
            job.run().cancel();
            stopping = System.nanoTime();
        }
    }

    /** Moves the foreground job to the background on Ctrl-Z. */
    void moveToBackground() {
        Job job = foreground;
        if (job != null && job.number() == 0) {
            addToBackground(job);
        }
    }

    private void addToBackground(Job job) {
        jobs.add(job);
        console.aside(ProgramMessages.text("job.in-background", job.number(), job.text));
    }
}
