package io.retake.repl.shell;

import io.retake.core.client.http.ClientException;
import io.retake.core.draft.Draft;
import io.retake.core.edit.value.Times;
import io.retake.dsl.prompt.Evaluator;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.playback.Peek;
import io.retake.repl.shell.session.ShellSession;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.view.picture.Frame;
import io.retake.repl.view.picture.Graphics;
import io.retake.repl.view.picture.PictureView;
import io.retake.repl.view.picture.WaveformView;
import io.retake.repl.view.timeline.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code /peek}: show pictures of the timeline with the waveform of its sound. */
final class PictureCommands {
    private static final Duration AROUND = Duration.ofSeconds(5);
    private static final int USUAL = 6;
    private static final int MOST = 48;
    private static final int WAVE_ROWS = 2;
    /** Rows of the time, the waveform with its times, the command and the next prompt. */
    private static final int OTHER_ROWS = 6;

    private PictureCommands() {}

    static List<Command> all() {
        return List.of(Command.of(
                        "peek",
                        "[TIME | FROM-TO [N]]",
                        ProgramMessages.text("picture.help"),
                        (shell, arguments) -> peek(shell.session(), shell.console(), arguments))
                .such("/peek 0:05-0:15 6")
                .choosing((shell, typed) ->
                        CommandChoices.timesAndRanges(shell.session().known())));
    }

    private static void peek(ShellSession session, Console console, String arguments) {
        Draft draft = session.draft();
        if (!draft.ready()) {
            throw new CommandProblem(
                    ProgramMessages.text("timeline.empty"), ProgramMessages.text("timeline.empty-advice"));
        }
        String[] words = arguments.isEmpty()
                ? new String[] {"0:00"}
                : ArgumentWords.of(arguments).toArray(new String[0]);
        List<Duration> times = times(words, draft);
        Window heard = times.size() == 1
                ? around(times.get(0), draft)
                : Window.read(words[0], draft).orElseThrow();
        Graphics graphics = console.pictures().graphics();
        Path folder = folder();
        List<Frame> frames = new ArrayList<>();
        try {
            show(console, times, heard, peek(session, draft, folder), frames);
        } catch (ClientException.Cancelled stopped) {
            console.aside(ProgramMessages.text("run.stopped"));
        } finally {
            if (graphics != Graphics.NONE) {
                clear(folder, frames);
            }
        }
    }

    private static Peek peek(ShellSession session, Draft draft, Path folder) {
        Evaluator evaluator = session.evaluator();
        return new Peek(evaluator.client(), evaluator.session().orElseThrow(), draft, folder, session.beginLookup());
    }

    private static void show(Console console, List<Duration> times, Window heard, Peek peek, List<Frame> frames) {
        PictureView view = new PictureView(
                console.pictures().graphics(),
                console.theme(),
                console.pictures().detected(),
                console.columns(),
                Math.max(4, console.rows() - OTHER_ROWS));
        for (Duration time : times) {
            frames.add(peek.picture(time, times.size() == 1 ? 640 : 320));
        }
        console.say(times.size() == 1 ? view.lines(frames.get(0)) : view.sheet(frames));
        WaveformView wave = new WaveformView(console.theme(), console.columns(), WAVE_ROWS);
        List<Double> peaks = peek.peaks(heard.from(), heard.to(), wave.width());
        if (!peaks.isEmpty()) {
            console.say(wave.lines(peaks, heard.from(), heard.to()));
        }
    }

    private static List<Duration> times(String[] words, Draft draft) {
        Duration last = draft.duration().minusMillis(1);
        if (words.length == 1 && Times.read(words[0]).isPresent()) {
            Duration time = Times.read(words[0]).get();
            if (time.compareTo(draft.duration()) > 0) {
                throw new CommandProblem(
                        ProgramMessages.text("picture.none-at", Times.write(time), Times.write(draft.duration())),
                        ProgramMessages.text(
                                "picture.none-at-advice",
                                Times.write(draft.duration().dividedBy(2))));
            }
            return List.of(time.compareTo(last) > 0 ? last : time);
        }
        Window window = Window.read(words[0], draft)
                .filter(w -> words.length <= 2 && w.to().compareTo(draft.duration()) <= 0)
                .orElseThrow(() -> new CommandProblem(
                        ProgramMessages.text(
                                "picture.no-range", String.join(" ", words), Times.write(draft.duration())),
                        ProgramMessages.text("picture.no-range-advice")));
        int count = words.length == 2 ? ViewCommands.number(words[1]) : USUAL;
        if (count > MOST) {
            throw new CommandProblem(
                    ProgramMessages.text("picture.too-many"), ProgramMessages.text("picture.too-many-advice", MOST));
        }
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Duration time = window.from().plus(window.length().multipliedBy(i).dividedBy(Math.max(1, count - 1)));
            times.add(time.compareTo(last) > 0 ? last : time);
        }
        return times;
    }

    private static Window around(Duration time, Draft draft) {
        Duration from = time.compareTo(AROUND) < 0 ? Duration.ZERO : time.minus(AROUND);
        Duration to = time.plus(AROUND);
        return new Window(from, to.compareTo(draft.duration()) > 0 ? draft.duration() : to);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("retake-peek");
        } catch (IOException e) {
            throw new CommandProblem(
                    ProgramMessages.text("picture.no-room", String.valueOf(e.getMessage())),
                    ProgramMessages.text("disk.free-temporary"));
        }
    }

    private static void clear(Path folder, List<Frame> frames) {
        try {
            for (Frame frame : frames) {
                Files.deleteIfExists(frame.file());
            }
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            folder.toFile().deleteOnExit();
        }
    }
}
