package io.retake.repl.shell;

import io.retake.core.RetakeException;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.run.Run;
import io.retake.dsl.run.RunResult;
import io.retake.repl.shell.job.BackgroundView;
import io.retake.repl.shell.job.Bell;
import io.retake.repl.shell.job.ForegroundView;
import io.retake.repl.shell.job.Job;
import io.retake.repl.shell.job.Jobs;
import io.retake.repl.shell.settings.Setting;
import io.retake.repl.shell.terminal.Questions;
import io.retake.repl.view.HistoryView.Outcome;
import io.retake.repl.view.ProblemView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is being done: at most one thing in front, which whoever types waits for, and any number of things behind. Used by
 * the prompt's thread; {@link #interrupt} and {@link #putBehind} by the one that signals come on.
 */
final class JobControl {
    private static final long SLOW_NANOS = 2_000_000_000L;
    private final ShellContext desk;
    private volatile @Nullable Job front;
    private volatile boolean waiting;
    private volatile boolean asked;
    private volatile long stopping;

    /** What is behind. */
    final Jobs jobs = new Jobs();

    JobControl(ShellContext desk) {
        this.desk = desk;
    }

    /** Starts something, waits for it unless it is to go on behind, and shows how it ends. */
    boolean begin(String text, boolean behind, Function<RunListener, Run> start) {
        Job job = job(text, behind);
        try {
            if (behind) {
                job.started(start.apply(job));
                addBehind(job);
                return true;
            }
            job.started(start.apply(job));
            front = job;
            return await(job);
        } catch (InvalidScript wrong) {
            desk.outcome = Outcome.FAILED;
            new ProblemView(desk.output.errors, desk.theme()).show(wrong.problems());
            return false;
        } catch (RetakeException wrong) {
            desk.outcome = Outcome.FAILED;
            desk.problem(String.valueOf(wrong.getMessage()), wrong.advice());
            return false;
        } finally {
            front = null;
            asked = false;
            stopping = 0;
        }
    }

    private Job job(String text, boolean behind) {
        Job[] self = new Job[1];
        RunListener told = new BackgroundView(desk.output.lines, desk.theme(), text, () -> self[0].number());
        ForegroundView shown = new ForegroundView(
                desk.output.screen(),
                desk.output::columns,
                text,
                desk.settings().get(Setting.FEEDBACK),
                statement -> desk.offered = statement);
        RunListener heard = desk.settings().on(Setting.BELL) ? new Bell(told, desk.output::ring) : told;
        self[0] = new Job(text, Instant.now(), shown, heard, !behind);
        return self[0];
    }

    private boolean await(Job job) {
        try {
            while (job.number() == 0) {
                attend(job);
                Optional<RunResult> ended = job.run().await(Duration.ofMillis(50));
                if (ended.isPresent()) {
                    desk.ended(ended.get());
                    return ended.get().done();
                }
            }
            return true;
        } catch (InterruptedException e) {
            job.run().cancel();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a signal asked for that only this thread can do. */
    private void attend(Job job) {
        if (asked) {
            asked = false;
            decide(job);
        }
        if (stopping > 0 && System.nanoTime() - stopping > SLOW_NANOS) {
            stopping = 0;
            job.hold();
            desk.aside("Still stopping; Ctrl-Z moves it to the background.");
            job.goOn();
        }
    }

    /** Money is spent whether or not somebody waits: what is meant is asked. */
    private void decide(Job job) {
        job.hold();
        desk.say("The backend is processing this message and will finish it;"
                + " it may cost credits whether you wait or not.");
        Questions.Reply reply =
                desk.questions.ask("Keep waiting (K), move it to the background (b), or stop waiting (s)?");
        if (reply.is('b')) {
            putBehind();
        } else {
            job.goOn();
            if (reply.is('s') || reply.answer() == Questions.Answer.INTERRUPTED) {
                job.run().cancel();
            }
        }
    }

    /** Waits for work behind; Ctrl-C ends the waiting and leaves the work. */
    void awaitBehind(List<Job> awaited) {
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

    /** Ctrl-C: what is in front is stopped, after a question where money is spent on it anyway. */
    void interrupt() {
        waiting = false;
        Job job = front;
        if (job == null) {
            return;
        }
        if (desk.questions.somebody() && job.run().unstoppable().isPresent()) {
            asked = true;
        } else {
            job.run().cancel();
            stopping = System.nanoTime();
        }
    }

    /** Ctrl-Z: what is in front goes on behind. */
    void putBehind() {
        Job job = front;
        if (job != null && job.number() == 0) {
            addBehind(job);
        }
    }

    private void addBehind(Job job) {
        jobs.add(job);
        desk.aside("[" + job.number() + "] " + job.text + " runs in the background; /jobs lists it");
    }
}
