package io.retake.repl.shell;

import io.retake.dsl.RetakeBuilder;
import io.retake.dsl.prompt.Origin;
import io.retake.dsl.prompt.Reading;
import io.retake.dsl.run.RunResult;
import io.retake.repl.completion.Completion;
import io.retake.repl.shell.history.LineHistory;
import io.retake.repl.shell.history.Suggestions;
import io.retake.repl.shell.settings.Setting;
import io.retake.repl.shell.terminal.ArgumentHints;
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

/** The prompt, from its first line to its last. */
public final class Prompt {
    private static final String SIGN = "retake> ";
    private static final String MORE = "   ...> ";
    private static final int MOST_UNREAD = 3;
    private final Supplier<RetakeBuilder> builders;
    private final Map<String, String> environment;
    private final Path folder;
    private final Runnable doctor;

    /**
     * A prompt.
     *
     * @param builders make what evaluates, for the first backend and for others
     * @param folder where files are looked for and exports go
     * @param doctor shows what works here
     */
    public Prompt(Supplier<RetakeBuilder> builders, Map<String, String> environment, Path folder, Runnable doctor) {
        this.builders = builders;
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.doctor = doctor;
    }

    /** Reads and does lines until the person leaves. */
    public void run() throws IOException {
        try (Terminal terminal = SystemTerminal.open(environment)) {
            run(terminal);
        }
    }

    /** The same on a terminal of somebody else's, which stays open. */
    public void run(Terminal terminal) {
        UserProfile personal = UserProfile.of(environment);
        Theme theme = Theme.of(personal.settings().environment(), true);
        Attributes before = quiet(terminal);
        if (Graphemes.together(environment)) {
            terminal.setGraphemeClusterMode(true, true);
        }
        try (ShellContext desk =
                new ShellContext(builders, personal, folder, new Output(terminal, environment), theme, doctor)) {
            desk.restyle();
            talk(terminal, desk);
        } finally {
            terminal.setAttributes(before);
        }
    }

    /**
     * What is typed while work is in front is neither echoed into it nor gathered into lines by the terminal: such a line
     * would reach the editor, when it reads again, as the end of all input.
     */
    private static Attributes quiet(Terminal terminal) {
        Attributes before = terminal.getAttributes();
        Attributes quiet = new Attributes(before);
        quiet.setLocalFlags(EnumSet.of(Attributes.LocalFlag.ICANON, Attributes.LocalFlag.ECHO), false);
        quiet.setLocalFlag(Attributes.LocalFlag.NOFLSH, true); // Ctrl-C doesn't throw away what was typed ahead
        quiet.setInputFlags(
                EnumSet.of(Attributes.InputFlag.IXON, Attributes.InputFlag.ICRNL, Attributes.InputFlag.INLCR), false);
        quiet.setControlChar(Attributes.ControlChar.VMIN, 0);
        quiet.setControlChar(Attributes.ControlChar.VTIME, 1);
        terminal.setAttributes(quiet);
        return before;
    }

    private void talk(Terminal terminal, ShellContext desk) {
        LineHistory lines = new LineHistory(desk.history());
        PromptReader reader = reader(terminal, desk);
        reader.setHistory(lines);
        desk.output.belongsTo(reader);
        desk.expectInit();
        HistoryRecorder notes = new HistoryRecorder(desk.history(), desk);
        desk.questions.askedOn(reader);
        terminal.handle(Terminal.Signal.INT, signal -> desk.interrupt());
        terminal.handle(Terminal.Signal.TSTP, signal -> desk.work.putBehind());
        boolean interrupted = false;
        int unread = 0;
        while (!desk.leaving) {
            try {
                lines.restart();
                String line = read(reader, desk);
                interrupted = false;
                unread = 0;
                Guarded.line(desk, () -> noted(line, desk, notes));
                desk.leaving = desk.leaving && ExitConfirmation.allowed(desk);
            } catch (UserInterruptException clear) {
                if (interrupted && clear.getPartialLine().isEmpty()) {
                    desk.leaving = ExitConfirmation.allowed(desk);
                    interrupted = false;
                } else {
                    interrupted = true;
                    desk.say(desk.theme().paint(Role.ASIDE, "Press Ctrl-C again to quit."));
                }
            } catch (EndOfFileException end) {
                desk.leaving = !desk.jshell.leave() && ExitConfirmation.allowed(desk);
            } catch (RuntimeException | Error wrong) {
                if (++unread == MOST_UNREAD) {
                    throw wrong; // the terminal is gone, or no key can be read any more
                }
                Guarded.failed(desk, wrong);
            }
        }
        notes.settle();
    }

    /** A thread that makes what will be needed, and keeps nobody from leaving. */
    static void ahead(String name, Runnable work) {
        Thread ahead = new Thread(work, name);
        ahead.setDaemon(true);
        ahead.start();
    }

    private static String read(PromptReader reader, ShellContext desk) {
        String typed = desk.typed;
        desk.typed = "";
        return reader.readLine(
                desk.theme().paint(Role.GOOD, desk.jshell.mode() ? JavaMode.SIGN : SIGN),
                null,
                (Character) null,
                typed.isEmpty() ? null : typed);
    }

    /** Does a line and notes it. Returns whether it was done, or begun behind. */
    private static boolean noted(String line, ShellContext desk, HistoryRecorder notes) {
        Reading.Kind kind = desk.read(line).kind();
        if (kind == Reading.Kind.EMPTY) {
            return true;
        }
        if (kind != Reading.Kind.COMMAND) {
            desk.awaitInit(); // what is declared there may make it a statement
            kind = desk.read(line).kind();
        }
        notes.settle();
        boolean java = desk.jshell.in(line).isPresent();
        String again = java ? desk.jshell.again(line) : line; // as it means the same outside of a mode, too
        String word = java ? JavaMode.NAME : kind.name().toLowerCase(Locale.ROOT);
        boolean done = notes.take(word, again, () -> take(line, desk));
        desk.history().problem().ifPresent(desk::aside);
        return done;
    }

    /** Does a line. Returns whether it was done, or begun behind. */
    static boolean take(String line, ShellContext desk) {
        Reading reading = desk.read(line);
        return Guarded.line(desk, () -> {
            switch (reading.kind()) {
                case EMPTY -> {}
                case COMMAND -> Commands.run(desk, reading.text());
                case STATEMENT, SENTENCE -> {
                    return desk.evaluate(reading);
                }
            }
            return true;
        });
    }

    /**
     * Does lines that nobody types, as a script: it stops at the first that can't be done. Work behind is waited for.
     *
     * @return whether all were done; empty when there was nothing to do
     */
    public Optional<Boolean> run(BufferedReader lines, Screen screen) throws IOException {
        boolean something = false;
        boolean done = true;
        UserProfile nobody = UserProfile.nobody(environment);
        try (ShellContext desk =
                new ShellContext(builders, nobody, folder, new Output(screen), screen.outTheme(), doctor)) {
            HistoryRecorder notes = new HistoryRecorder(desk.history(), desk);
            StringBuilder text = new StringBuilder();
            int number = 0;
            for (String line = lines.readLine(); line != null && done && !desk.leaving; line = lines.readLine()) {
                number++;
                if (text.isEmpty()) {
                    desk.origin = Optional.of(new Origin("<stdin>", number));
                }
                text.append(text.isEmpty() ? "" : "\n").append(line);
                Reading reading = desk.read(text.toString());
                if (desk.complete(text.toString())) {
                    something |= reading.kind() != Reading.Kind.EMPTY;
                    String whole = text.toString();
                    done = Guarded.line(desk, () -> noted(whole, desk, notes));
                    text.setLength(0);
                }
            }
            if (done && !text.toString().isBlank()) {
                something = true;
                String whole = text.toString();
                done = Guarded.line(desk, () -> noted(whole, desk, notes)); // says what is missing at its end
            }
            desk.work.awaitBehind(desk.work.jobs.all());
            done &= desk.work.jobs.all().stream()
                    .allMatch(job -> job.run().result().map(RunResult::done).orElse(false));
        }
        return something ? Optional.of(done) : Optional.empty();
    }

    private PromptReader reader(Terminal terminal, ShellContext desk) {
        PromptReader reader = new PromptReader(
                terminal,
                line -> Guarded.of("", () -> {
                    desk.foresee(line);
                    return desk.settings().on(Setting.MARK) ? mark(line, desk) : "";
                }),
                before -> Guarded.of("", () -> desk.settings().on(Setting.TIPS) ? tip(before, desk) : ""),
                () -> String.join(
                        "\n",
                        PromptCompleter.overview(desk.theme(), desk.columns(), Math.max(4, desk.output.rows() - 2))));
        reader.whenItStands(started -> PromptWarmUp.begin(desk, started));
        // A completer is made by the key that asks it: none is needed on the way to the prompt.
        reader.setParser(new PromptParser(
                line -> Guarded.of(true, () -> desk.complete(line)),
                before -> Guarded.of(
                        new Completion(before.length(), List.of()), () -> new PromptCompleter(desk).at(before))));
        PromptHighlighter colors = new PromptHighlighter(desk::glance, desk::theme);
        reader.setHighlighter(
                (typing, line) -> Guarded.of(new AttributedString(line), () -> colors.highlight(typing, line)));
        reader.setCompleter((typing, line, choices) -> Guarded.of(false, () -> {
            new PromptCompleter(desk).complete(typing, line, choices);
            return true;
        }));
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, MORE);
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(LineReader.Option.CASE_INSENSITIVE, true);
        reader.option(LineReader.Option.HISTORY_BEEP, false);
        reader.option(LineReader.Option.AUTO_FRESH_LINE, false);
        Suggestions suggestions = new Suggestions(desk.history());
        // Where they look like what is typed there are none.
        reader.suggest(
                typed -> Guarded.of(
                        "",
                        () -> desk.theme().colour() && desk.settings().on(Setting.SUGGESTIONS)
                                ? offered(desk, typed).orElseGet(() -> suggestions.rest(typed))
                                : ""),
                rest -> desk.theme().paint(Role.ASIDE, rest));
        return reader;
    }

    /** The rest of what the backend suggested, also on an empty line. */
    private static Optional<String> offered(ShellContext desk, String typed) {
        String offer = desk.offered;
        return offer.length() > typed.length() && offer.startsWith(typed)
                ? Optional.of(offer.substring(typed.length()))
                : Optional.empty();
    }

    private static String mark(String line, ShellContext desk) {
        return desk.jshell.in(line).isPresent()
                ? InputKindBadge.java(desk.theme())
                : desk.glance(line)
                        .map(reading -> InputKindBadge.of(reading, desk.theme()))
                        .orElse("");
    }

    private static String tip(String before, ShellContext desk) {
        return desk.jshell.in(before).isPresent()
                ? ""
                : desk.glance(before)
                        .map(reading -> ArgumentHints.of(before, reading.kind(), desk.theme(), desk.columns()))
                        .orElse("");
    }
}
