package io.retake.repl.shell;

import io.retake.core.RetakeException;
import io.retake.core.protocol.UploadedFile;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.prompt.Evaluator;
import io.retake.dsl.prompt.Reading;
import io.retake.dsl.run.Run;
import io.retake.dsl.run.RunResult;
import io.retake.dsl.scope.Film;
import io.retake.dsl.scope.Scene;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.job.VerboseView;
import io.retake.repl.shell.session.ShellSession;
import io.retake.repl.shell.settings.Setting;
import io.retake.repl.shell.settings.Settings;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.view.HistoryView.Outcome;
import io.retake.repl.view.ScenesView;
import java.util.List;
import java.util.function.Function;

/** Evaluates statements and sentences, shows their results, and keeps the outcome of the line. For the prompt's thread. */
final class Evaluation {
    private final ShellSession session;
    private final Console console;
    private final Settings settings;
    private final JobControl jobControl;
    private final InitScript init;
    private Outcome outcome = Outcome.DONE;

    Evaluation(ShellSession session, Console console, Settings settings, JobControl jobControl, InitScript init) {
        this.session = session;
        this.console = console;
        this.settings = settings;
        this.jobControl = jobControl;
        this.init = init;
    }

    /** Begins a line: its outcome is {@link Outcome#DONE} unless something in it fails or is stopped. */
    void beginLine() {
        outcome = Outcome.DONE;
    }

    /** Returns the outcome of the current line so far. */
    Outcome outcome() {
        return outcome;
    }

    /** Marks the current line as failed. */
    void failed() {
        outcome = Outcome.FAILED;
    }

    /**
     * Evaluates a statement or a sentence, in the foreground or in the background.
     *
     * @return whether it succeeded, or started in the background
     */
    boolean evaluate(Reading reading) {
        if (reading.goesBack() && !mayGoBack()) {
            return false;
        }
        return begin(
                reading.text(),
                reading.background(),
                listener -> session.evaluator().start(forced(reading), console.origin(), listener));
    }

    /** Asks whether to send a request to go back, if the backend doesn't report a version history. */
    private boolean mayGoBack() {
        Evaluator evaluator = session.evaluator();
        try {
            boolean can = evaluator.isEmbedded()
                    || evaluator.session().isEmpty()
                    || evaluator.history().isPresent();
            if (can) {
                return true;
            }
        } catch (RetakeException unreachable) {
            return true; // sending the message reports the failure better
        }
        console.warning(ProgramMessages.text("undo.only-asking", evaluator.backend()));
        return !console.questions().isInteractive()
                || console.questions()
                        .ask(ProgramMessages.text("undo.send-message"))
                        .is('y');
    }

    private static String forced(Reading reading) {
        return reading.kind() == Reading.Kind.SENTENCE ? "> " + reading.text() : reading.text();
    }

    /**
     * Starts a run once the init script has ended, and shows its result.
     *
     * @return whether it succeeded, or started in the background
     */
    boolean begin(String text, boolean background, Function<RunListener, Run> start) {
        init.await();
        Outcome ended = jobControl.begin(text, background, start, this::show);
        if (ended != Outcome.DONE) {
            outcome = ended;
        }
        return ended == Outcome.DONE;
    }

    private void show(RunResult result) {
        if (settings.get(Setting.FEEDBACK).equals("verbose")) {
            VerboseView.lines(session.evaluator().entries(), console.theme()).forEach(console::say);
        }
        result.value().filter(value -> !isShownAlready(value)).ifPresent(value -> console.say(lines(value)));
    }

    private List<String> lines(Object value) {
        List<Scene> scenes = value instanceof List<?> several
                ? several.stream()
                        .filter(Scene.class::isInstance)
                        .map(Scene.class::cast)
                        .toList()
                : List.of();
        return scenes.isEmpty()
                ? ValueText.lines(value)
                : new ScenesView(console.theme(), console.columns()).lines(scenes);
    }

    /** Returns whether the step of a value has shown it. */
    private boolean isShownAlready(Object value) {
        boolean fromStep = session.evaluator().entries().stream()
                .reduce((a, b) -> b)
                .filter(entry -> !entry.steps().isEmpty() || entry.kind() == Reading.Kind.SENTENCE)
                .isPresent();
        boolean files = value instanceof List<?> list && list.stream().anyMatch(UploadedFile.class::isInstance);
        return value instanceof Film || files || (fromStep && value instanceof String);
    }
}
