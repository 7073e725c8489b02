package io.retake.repl.shell;

import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.history.PromptHistory;
import io.retake.repl.shell.job.Job;
import io.retake.repl.shell.job.Jobs;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.view.HistoryView.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** Records typed lines in the history with their outcomes, also those of background jobs. For the prompt's thread. */
final class HistoryRecorder {
    private final PromptHistory history;
    private final LineEntries entries;
    private final Jobs jobs;
    private final Evaluation evaluation;
    private final Console console;
    private final Map<Integer, Job> background = new HashMap<>();

    HistoryRecorder(PromptHistory history, LineEntries entries, Jobs jobs, Evaluation evaluation, Console console) {
        this.history = history;
        this.entries = entries;
        this.jobs = jobs;
        this.evaluation = evaluation;
        this.console = console;
    }

    /**
     * Runs a line and records it.
     *
     * @return whether it succeeded, or started in the background
     */
    boolean take(String kind, String text, BooleanSupplier work) {
        int jobsBefore = jobs.all().size();
        int entryBefore = entries.lastNumber();
        OptionalInt number = history.begin(kind, text);
        evaluation.beginLine();
        boolean done = false;
        try {
            done = work.getAsBoolean() && evaluation.outcome() == Outcome.DONE;
        } finally {
            number.ifPresent(line -> entries.note(line, entryBefore));
            boolean goesOn = jobs.all().size() > jobsBefore;
            if (number.isPresent() && goesOn) {
                background.put(number.getAsInt(), jobs.all().get(jobsBefore));
            } else if (number.isPresent()) {
                history.end(number.getAsInt(), outcome(done));
            }
        }
        if (number.isEmpty() && history.isSecret(text)) {
            console.aside(ProgramMessages.text("history.secret"));
        }
        return done;
    }

    private Outcome outcome(boolean done) {
        boolean unexplained = !done && evaluation.outcome() == Outcome.DONE;
        return done ? Outcome.DONE : unexplained ? Outcome.FAILED : evaluation.outcome();
    }

    /** Records the outcomes of the background jobs that have ended since. */
    void settle() {
        background
                .entrySet()
                .removeIf(begun -> begun.getValue()
                        .run()
                        .result()
                        .map(result -> {
                            history.end(begun.getKey(), JobControl.outcome(result));
                            return true;
                        })
                        .orElse(false));
    }
}
