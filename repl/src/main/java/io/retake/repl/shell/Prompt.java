package io.retake.repl.shell;

import io.retake.dsl.RetakeBuilder;
import io.retake.dsl.prompt.Origin;
import io.retake.dsl.prompt.Reading;
import io.retake.dsl.run.RunResult;
import io.retake.repl.completion.Completion;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.history.LineHistory;
import io.retake.repl.shell.history.Suggestions;
import io.retake.repl.shell.settings.Setting;
import io.retake.repl.shell.settings.Settings;
import io.retake.repl.shell.terminal.ArgumentHints;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.shell.terminal.Graphemes;
import io.retake.repl.shell.terminal.Output;
import io.retake.repl.shell.terminal.PromptParser;
import io.retake.repl.shell.terminal.PromptReader;
import io.retake.repl.shell.terminal.SystemTerminal;
import io.retake.repl.view.Role;
import io.retake.repl.view.Screen;
import io.retake.repl.view.Theme;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** Reads and runs lines, from a terminal or from a stream. */
public final class Prompt {
    private static final String SIGN = "retake> ";
    private static final String MORE = "   ...> ";
    private static final int MOST_UNREAD = 3;
    private final Supplier<RetakeBuilder> builders;
    private final Map<String, String> environment;
    private final Path folder;
    private final Runnable doctor;

    /**
     * Creates a prompt; opens nothing.
     *
     * @param builders create the evaluator of the first backend and of those that the user switches to
     * @param folder the working folder: file names and exports are relative to it
     * @param doctor runs the checks of {@code retake doctor}
     */
    public Prompt(Supplier<RetakeBuilder> builders, Map<String, String> environment, Path folder, Runnable doctor) {
        this.builders = builders;
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.doctor = doctor;
    }

    /** Reads and runs lines from the system's terminal until the user quits. */
    public void run() throws IOException {
        try (Terminal terminal = SystemTerminal.open(environment)) {
            run(terminal);
        }
    }

    /** Reads and runs lines from a terminal until the user quits; doesn't close the terminal. */
    public void run(Terminal terminal) {
        UserProfile profile = UserProfile.of(environment);
        Theme theme = Theme.of(profile.settings().environment(), true);
        Attributes before = quiet(terminal);
        if (Graphemes.together(environment)) {
            terminal.setGraphemeClusterMode(true, true);
        }
        try (ShellContext shell =
                new ShellContext(builders, profile, folder, new Output(terminal, environment), theme, doctor)) {
            shell.console().restyle();
            readLines(terminal, shell);
        } finally {
            terminal.setAttributes(before);
        }
    }

    /**
     * Turns off echo and line mode, so that keys typed during a foreground job are not echoed into its output. In line mode
     * the editor would read such keys as the end of input.
     */
    private static Attributes quiet(Terminal terminal) {
        Attributes before = terminal.getAttributes();
        Attributes quiet = new Attributes(before);
        quiet.setLocalFlags(EnumSet.of(Attributes.LocalFlag.ICANON, Attributes.LocalFlag.ECHO), false);
        quiet.setLocalFlag(Attributes.LocalFlag.NOFLSH, true); // Ctrl-C keeps typed-ahead input
        quiet.setInputFlags(
                EnumSet.of(Attributes.InputFlag.IXON, Attributes.InputFlag.ICRNL, Attributes.InputFlag.INLCR), false);
        quiet.setControlChar(Attributes.ControlChar.VMIN, 0);
        quiet.setControlChar(Attributes.ControlChar.VTIME, 1);
        terminal.setAttributes(quiet);
        return before;
    }

    private void readLines(Terminal terminal, ShellContext shell) {
        LineHistory lines = new LineHistory(shell.history());
        PromptReader reader = reader(terminal, shell);
        reader.setHistory(lines);
        shell.console().attach(reader);
        shell.init().expect();
        HistoryRecorder recorder = shell.recorder();
        terminal.handle(Terminal.Signal.INT, signal -> shell.interrupt());
        terminal.handle(Terminal.Signal.TSTP, signal -> shell.jobControl().moveToBackground());
        boolean interrupted = false;
        int unread = 0;
        while (!shell.isLeaving()) {
            try {
                lines.restart();
                String line = read(reader, shell);
                interrupted = false;
                unread = 0;
                runGuarded(line, shell, recorder);
                if (shell.isLeaving()) {
                    shell.leaveIfConfirmed();
                }
            } catch (UserInterruptException clear) {
                if (interrupted && clear.getPartialLine().isEmpty()) {
                    shell.leaveIfConfirmed();
                    interrupted = false;
                } else {
                    interrupted = true;
                    shell.console().aside(ProgramMessages.text("exit.again"));
                }
            } catch (EndOfFileException end) {
                if (!shell.javaMode().leave()) {
                    shell.leaveIfConfirmed();
                }
            } catch (RuntimeException | Error wrong) {
                if (++unread == MOST_UNREAD) {
                    throw wrong; // the terminal is gone, or no key can be read
                }
                Guarded.failed(shell.console(), wrong);
            }
        }
        recorder.settle();
    }

    private static String read(PromptReader reader, ShellContext shell) {
        String text = shell.nextLine().takeText();
        return reader.readLine(
                shell.console().theme().paint(Role.GOOD, shell.javaMode().mode() ? JavaMode.SIGN : SIGN),
                null,
                (Character) null,
                text.isEmpty() ? null : text);
    }

    private static boolean runGuarded(String line, ShellContext shell, HistoryRecorder recorder) {
        return Guarded.line(shell.evaluation(), shell.console(), () -> record(line, shell, recorder));
    }

    /** Runs a line and records it in the history. Returns whether it succeeded, or started in the background. */
    private static boolean record(String line, ShellContext shell, HistoryRecorder recorder) {
        Reading.Kind kind = shell.classifier().read(line).kind();
        if (kind == Reading.Kind.EMPTY) {
            return true;
        }
        if (kind != Reading.Kind.COMMAND) {
            shell.init().await(); // a name that it declares may make the line a statement
            kind = shell.classifier().read(line).kind();
        }
        recorder.settle();
        boolean java = shell.javaMode().in(line).isPresent();
        String again = java ? shell.javaMode().again(line) : line; // means the same outside of Java mode, too
        String word = java ? JavaMode.NAME : kind.name().toLowerCase(Locale.ROOT);
        boolean done = recorder.take(word, again, () -> take(line, shell));
        shell.history().problem().ifPresent(shell.console()::aside);
        return done;
    }

    /** Runs a line. Returns whether it succeeded, or started in the background. */
    static boolean take(String line, ShellContext shell) {
        Reading reading = shell.classifier().read(line);
        return Guarded.line(shell.evaluation(), shell.console(), () -> {
            switch (reading.kind()) {
                case EMPTY -> {}
                case COMMAND -> Commands.run(shell, reading.text());
                case STATEMENT, SENTENCE -> {
                    return shell.evaluation().evaluate(reading);
                }
            }
            return true;
        });
    }

    /**
     * Runs lines from a stream as a script: stops at the first that fails, and waits for background jobs at the end.
     *
     * @return whether all succeeded; empty if there was nothing to run
     */
    public Optional<Boolean> run(BufferedReader lines, Screen screen) throws IOException {
        boolean something = false;
        boolean done = true;
        UserProfile noProfile = UserProfile.nobody(environment);
        try (ShellContext shell =
                new ShellContext(builders, noProfile, folder, new Output(screen), screen.outTheme(), doctor)) {
            HistoryRecorder recorder = shell.recorder();
            StringBuilder text = new StringBuilder();
            int number = 0;
            for (String line = lines.readLine(); line != null && done && !shell.isLeaving(); line = lines.readLine()) {
                number++;
                if (text.isEmpty()) {
                    shell.console().readsFrom(new Origin("<stdin>", number));
                }
                text.append(text.isEmpty() ? "" : "\n").append(line);
                String whole = text.toString();
                if (shell.classifier().complete(whole)) {
                    something |= shell.classifier().read(whole).kind() != Reading.Kind.EMPTY;
                    done = runGuarded(whole, shell, recorder);
                    text.setLength(0);
                }
            }
            if (done && !text.toString().isBlank()) {
                something = true;
                done = runGuarded(text.toString(), shell, recorder); // reports the missing end
            }
            shell.jobControl().awaitBackground(shell.jobs().all());
            done &= shell.jobs().all().stream()
                    .allMatch(job -> job.run().result().map(RunResult::done).orElse(false));
        }
        return something ? Optional.of(done) : Optional.empty();
    }

    private PromptReader reader(Terminal terminal, ShellContext shell) {
        Console console = shell.console();
        Settings settings = shell.settings();
        LineClassifier classifier = shell.classifier();
        PromptReader reader = new PromptReader(
                terminal,
                line -> Guarded.of("", () -> {
                    classifier.foresee(line);
                    return settings.on(Setting.MARK) ? badge(line, shell.javaMode(), classifier, console.theme()) : "";
                }),
                before -> Guarded.of(
                        "",
                        () -> settings.on(Setting.TIPS) ? hints(before, shell.javaMode(), classifier, console) : ""),
                () -> String.join(
                        "\n",
                        PromptCompleter.overview(console.theme(), console.columns(), Math.max(4, console.rows() - 2))));
        reader.whenItStands(started -> PromptWarmUp.begin(shell, started));
        // Each Tab creates a completer, so that none delays the prompt.
        reader.setParser(new PromptParser(
                line -> Guarded.of(true, () -> classifier.complete(line)),
                before -> Guarded.of(
                        new Completion(before.length(), List.of()),
                        () -> shell.completer().at(before))));
        PromptHighlighter colors = new PromptHighlighter(classifier::readIfLoaded, console::theme);
        reader.setHighlighter(
                (typing, line) -> Guarded.of(new AttributedString(line), () -> colors.highlight(typing, line)));
        reader.setCompleter((typing, line, choices) -> Guarded.of(false, () -> {
            shell.completer().complete(typing, line, choices);
            return true;
        }));
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, MORE);
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(LineReader.Option.CASE_INSENSITIVE, true);
        reader.option(LineReader.Option.HISTORY_BEEP, false);
        reader.option(LineReader.Option.AUTO_FRESH_LINE, false);
        Suggestions suggestions = new Suggestions(shell.history());
        // None without colors: they would look like typed text.
        reader.suggest(
                typed -> Guarded.of(
                        "",
                        () -> console.theme().colour() && settings.on(Setting.SUGGESTIONS)
                                ? shell.nextLine().suggestedRest(typed).orElseGet(() -> suggestions.rest(typed))
                                : ""),
                rest -> console.theme().paint(Role.ASIDE, rest));
        return reader;
    }

    private static String badge(String line, JavaMode javaMode, LineClassifier classifier, Theme theme) {
        return javaMode.in(line).isPresent()
                ? InputKindBadge.java(theme)
                : classifier
                        .readIfLoaded(line)
                        .map(reading -> InputKindBadge.of(reading, theme))
                        .orElse("");
    }

    private static String hints(String before, JavaMode javaMode, LineClassifier classifier, Console console) {
        return javaMode.in(before).isPresent()
                ? ""
                : classifier
                        .readIfLoaded(before)
                        .map(reading -> ArgumentHints.of(before, reading.kind(), console.theme(), console.columns()))
                        .orElse("");
    }
}
