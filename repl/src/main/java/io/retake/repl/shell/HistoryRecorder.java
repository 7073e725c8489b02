package io.retake.repl.shell;

import io.retake.dsl.prompt.Evaluator;
import io.retake.dsl.run.RunResult;
import io.retake.repl.shell.history.PromptHistory;
import io.retake.repl.shell.job.Job;
import io.retake.repl.view.HistoryView.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** HistoryRecorder in the history what is typed, and what becomes of it: also of what goes on behind. For the prompt's thread. */
final class HistoryRecorder {
    private final PromptHistory history;
    private final ShellContext desk;
    private final Map<Integer, Job> behind = new HashMap<>();

    HistoryRecorder(PromptHistory history, ShellContext desk) {
        this.history = history;
        this.desk = desk;
    }

    /** Does what was typed. Returns whether it was done, or begun behind. */
    boolean take(String kind, String text, BooleanSupplier work) {
        int jobs = desk.work.jobs.all().size();
        int before = desk.place.ready().map(Evaluator::lastNumber).orElse(0);
        OptionalInt number = history.begin(kind, text);
        desk.outcome = Outcome.DONE;
        boolean done = false;
        try {
            done = work.getAsBoolean() && desk.outcome == Outcome.DONE;
        } finally {
            number.ifPresent(line -> desk.made.note(line, desk.place.ready(), before));
            boolean goesOn = desk.work.jobs.all().size() > jobs;
            if (number.isPresent() && goesOn) {
                behind.put(number.getAsInt(), desk.work.jobs.all().get(jobs));
            } else if (number.isPresent()) {
                history.end(
                        number.getAsInt(),
                        done ? Outcome.DONE : desk.outcome == Outcome.DONE ? Outcome.FAILED : desk.outcome);
            }
        }
        if (number.isEmpty() && history.isSecret(text)) {
            desk.aside("The line seems to contain a secret; it is not added to the history.");
        }
        return done;
    }

    /** HistoryRecorder what is over by now of what went on behind. */
    void settle() {
        behind.entrySet()
                .removeIf(begun -> begun.getValue()
                        .run()
                        .result()
                        .map(result -> {
                            history.end(begun.getKey(), outcome(result));
                            return true;
                        })
                        .orElse(false));
    }

    static Outcome outcome(RunResult result) {
        return switch (result.state()) {
            case DONE -> Outcome.DONE;
            case FAILED -> Outcome.FAILED;
            case CANCELLED -> Outcome.STOPPED;
        };
    }
}
