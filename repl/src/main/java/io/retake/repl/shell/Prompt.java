package io.retake.repl.shell;

import io.retake.core.Places;
import io.retake.core.RetakeException;
import io.retake.dsl.RetakeBuilder;
import io.retake.dsl.prompt.Reading;
import io.retake.dsl.run.RunResult;
import io.retake.repl.view.Role;
import io.retake.repl.view.Screen;
import io.retake.repl.view.Theme;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** The prompt, from its first line to its last. */
public final class Prompt {
    private static final String SIGN = "retake> ";
    private static final String MORE = "   ...> ";
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
        Theme theme = Theme.of(environment, true);
        Attributes before = quiet(terminal);
        try (Desk desk = new Desk(builders, environment, folder, new Output(terminal, environment), theme, doctor)) {
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
        quiet.setInputFlags(
                EnumSet.of(Attributes.InputFlag.IXON, Attributes.InputFlag.ICRNL, Attributes.InputFlag.INLCR), false);
        quiet.setControlChar(Attributes.ControlChar.VMIN, 0);
        quiet.setControlChar(Attributes.ControlChar.VTIME, 1);
        terminal.setAttributes(quiet);
        return before;
    }

    private void talk(Terminal terminal, Desk desk) {
        PromptReader reader = reader(terminal, desk);
        desk.output.belongsTo(reader);
        terminal.handle(Terminal.Signal.INT, signal -> desk.interrupt());
        terminal.handle(Terminal.Signal.TSTP, signal -> desk.putBehind());
        boolean interrupted = false;
        while (!desk.leaving) {
            try {
                String line = read(reader, desk);
                interrupted = false;
                take(line, desk);
                if (desk.leaving && !mayLeave(reader, desk)) {
                    desk.leaving = false;
                }
            } catch (UserInterruptException clear) {
                if (clear.getPartialLine().isEmpty() && interrupted) {
                    desk.leaving = mayLeave(reader, desk);
                    interrupted = false;
                } else {
                    interrupted = true;
                    desk.say(desk.theme().paint(Role.ASIDE, "Ctrl-C again leaves."));
                }
            } catch (EndOfFileException end) {
                desk.leaving = mayLeave(reader, desk);
            }
        }
    }

    /** Begins once the prompt stands and takes keys: until then nothing may compete with it. */
    private static void goAhead(Desk desk, PromptReader reader) {
        Thread ahead = new Thread(
                () -> {
                    try {
                        desk.learnWords();
                        reader.showAgain();
                        desk.goAhead();
                    } catch (RuntimeException later) {
                        return; // it goes wrong again, and is told, when it is needed
                    }
                },
                "ahead");
        ahead.setDaemon(true);
        ahead.start();
    }

    private static String read(PromptReader reader, Desk desk) {
        String typed = desk.typed;
        desk.typed = "";
        return reader.readLine(
                desk.theme().paint(Role.GOOD, SIGN), null, (Character) null, typed.isEmpty() ? null : typed);
    }

    /** Does a line. Returns whether it was done, or begun behind. */
    private static boolean take(String line, Desk desk) {
        Reading reading = desk.read(line);
        try {
            switch (reading.kind()) {
                case EMPTY -> {}
                case COMMAND -> Commands.run(desk, reading.text());
                case STATEMENT, SENTENCE -> {
                    return desk.evaluate(reading);
                }
            }
            return true;
        } catch (RetakeException wrong) {
            desk.problem(String.valueOf(wrong.getMessage()), wrong.advice());
            return false;
        }
    }

    /**
     * Does lines that nobody types, as a script: it stops at the first that can't be done. Work behind is waited for.
     *
     * @return whether all were done; empty when there was nothing to do
     */
    public Optional<Boolean> run(BufferedReader lines, Screen screen) throws IOException {
        boolean something = false;
        boolean done = true;
        try (Desk desk = new Desk(builders, environment, folder, new Output(screen), screen.outTheme(), doctor)) {
            StringBuilder text = new StringBuilder();
            for (String line = lines.readLine(); line != null && done && !desk.leaving; line = lines.readLine()) {
                text.append(text.isEmpty() ? "" : "\n").append(line);
                Reading reading = desk.read(text.toString());
                if (reading.complete()) {
                    something |= reading.kind() != Reading.Kind.EMPTY;
                    done = take(text.toString(), desk);
                    text.setLength(0);
                }
            }
            if (done && !text.toString().isBlank()) {
                something = true;
                done = take(text.toString(), desk); // says what is missing at its end
            }
            desk.awaitBehind(desk.jobs.all());
            done &= desk.jobs.all().stream()
                    .allMatch(job -> job.run().result().map(RunResult::done).orElse(false));
        }
        return something ? Optional.of(done) : Optional.empty();
    }

    private static boolean mayLeave(PromptReader reader, Desk desk) {
        int running = desk.jobs.running().size();
        if (running == 0) {
            return true;
        }
        try {
            String answer = reader.readLine(
                    running + " piece" + (running == 1 ? "" : "s") + " of work would be stopped. Leave? (y/N) ");
            return answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y");
        } catch (UserInterruptException | EndOfFileException leave) {
            return true;
        }
    }

    private PromptReader reader(Terminal terminal, Desk desk) {
        PromptReader reader = new PromptReader(
                terminal,
                line -> desk.glance(line)
                        .map(reading -> Mark.of(reading, desk.theme()))
                        .orElse(""),
                before -> desk.glance(before)
                        .map(r -> Tips.of(before, desk.theme(), desk.columns()))
                        .orElse(""),
                started -> goAhead(desk, started));
        reader.setParser(new PromptParser(desk::read));
        reader.setHighlighter(new PromptHighlighter(desk::glance, desk.theme()));
        reader.setCompleter((editor, line, found) -> new PromptCompleter(desk).complete(editor, line, found));
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, MORE);
        reader.setVariable(LineReader.DISABLE_HISTORY, false);
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(LineReader.Option.CASE_INSENSITIVE, true);
        reader.option(LineReader.Option.HISTORY_BEEP, false);
        reader.option(LineReader.Option.HISTORY_IGNORE_SPACE, true);
        reader.option(LineReader.Option.AUTO_FRESH_LINE, false);
        history(reader);
        reader.setAutosuggestion(LineReader.SuggestionType.HISTORY);
        return reader;
    }

    private void history(PromptReader reader) {
        Path state = Places.of(environment).state();
        try {
            Files.createDirectories(state);
            reader.setVariable(LineReader.HISTORY_FILE, state.resolve("history"));
        } catch (IOException e) {
            return; // nothing is remembered on a disk that can't be written
        }
    }
}
