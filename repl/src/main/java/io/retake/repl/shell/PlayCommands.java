package io.retake.repl.shell;

import io.retake.core.Places;
import io.retake.core.PrivateFiles;
import io.retake.core.RetakeException;
import io.retake.core.Sha256;
import io.retake.core.client.http.Cancellation;
import io.retake.core.client.http.ClientException;
import io.retake.core.draft.Draft;
import io.retake.core.edit.value.Times;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.completion.Choice;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.playback.Player;
import io.retake.repl.shell.playback.Preview;
import io.retake.repl.shell.playback.TerminalPlayer;
import io.retake.repl.shell.session.ShellSession;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.view.picture.Movie;
import io.retake.repl.view.timeline.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** {@code /play}: play the timeline in a player's window or, where there is no player, in the terminal. */
final class PlayCommands {
    private static final String HERE = "--here";
    private static final int FPS_HERE = 10;
    private static final int WINDOW_WIDTH = 640;
    private static final int WINDOW_FPS = 25;
    private static final int KEPT = 20;
    /** Parts that may wait in memory while one is played. */
    private static final int AHEAD = 2;

    private PlayCommands() {}

    static List<Command> all() {
        return List.of(Command.of(
                        "play",
                        "[FROM-TO] [--here]",
                        ProgramMessages.text("play.help"),
                        (shell, arguments) -> play(shell.session(), shell.console(), arguments))
                .such("/play 0:05-0:15")
                .choosing((shell, typed) -> Stream.concat(
                                CommandChoices.ranges(shell.session().known()).stream()
                                        .filter(c -> !c.value().startsWith("--")),
                                Stream.of(Choice.of(HERE, ProgramMessages.text("play.here"))
                                        .ending()))
                        .toList()));
    }

    private static void play(ShellSession session, Console console, String arguments) {
        Draft draft = session.draft();
        List<String> words = new ArrayList<>(ArgumentWords.of(arguments));
        boolean here = words.remove(HERE);
        Window window = window(String.join(" ", words), draft);
        Optional<Player> player =
                here ? Optional.empty() : Player.find(console.environment(), System.getProperty("os.name", ""));
        try {
            if (player.isPresent()) {
                inWindow(session, console, draft, window, player.get());
            } else {
                inTerminal(session, console, draft, window);
            }
        } catch (ClientException.Cancelled stopped) {
            console.aside(ProgramMessages.text("run.stopped"));
        } catch (IOException e) {
            throw new CommandProblem(
                    ProgramMessages.text("play.failed", String.valueOf(e.getMessage())),
                    ProgramMessages.text("play.export-instead"));
        }
    }

    private static Window window(String range, Draft draft) {
        if (!draft.ready()) {
            throw new CommandProblem(
                    ProgramMessages.text("timeline.empty"), ProgramMessages.text("timeline.empty-advice"));
        }
        Window whole = Window.whole(draft);
        if (range.isEmpty()) {
            return whole;
        }
        Optional<Window> read = Times.read(range)
                .filter(from -> from.compareTo(whole.to()) < 0)
                .map(from -> new Window(from, whole.to()))
                .or(() -> Window.read(range, draft));
        return read.filter(window -> window.from().compareTo(whole.to()) < 0)
                .map(window -> window.to().compareTo(whole.to()) > 0 ? new Window(window.from(), whole.to()) : window)
                .orElseThrow(() -> new CommandProblem(
                        ProgramMessages.text("play.no-range", range, Times.write(whole.to())),
                        ProgramMessages.text("play.no-range-advice")));
    }

    private static Preview preview(ShellSession session, Draft draft, Cancellation stop) {
        return new Preview(
                session.evaluator().client(), session.evaluator().session().orElseThrow(), draft, stop);
    }

    private static void inWindow(ShellSession session, Console console, Draft draft, Window window, Player player)
            throws IOException {
        Path cache = Places.of(console.environment()).cache();
        Path folder = PrivateFiles.folder(cache, cache.resolve("previews"));
        Path film = folder.resolve(key(draft, window) + ".mp4");
        if (!Files.exists(film)) {
            console.aside(ProgramMessages.text("play.rendering"));
            forget(folder);
            preview(session, draft, session.beginLookup()).make(window, "mp4", WINDOW_WIDTH, WINDOW_FPS, film);
        }
        player.show(film);
        console.aside(
                ProgramMessages.text("play.in-window", player, Times.write(window.from()), Times.write(window.to())));
    }

    private static String key(Draft draft, Window window) {
        return Sha256.hex(draft.json() + window.toString(), 32);
    }

    /** Deletes all but the newest previews. */
    private static void forget(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newest = files.sorted(
                            Comparator.comparingLong(PlayCommands::made).reversed())
                    .toList();
            for (Path old : newest.subList(Math.min(KEPT - 1, newest.size()), newest.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static long made(Path file) {
        return file.toFile().lastModified();
    }

    private static void inTerminal(ShellSession session, Console console, Draft draft, Window window)
            throws IOException {
        Terminal terminal = console.output()
                .terminal()
                .orElseThrow(() -> new CommandProblem(
                        ProgramMessages.text("play.no-terminal"), ProgramMessages.text("play.export-instead")));
        console.aside(ProgramMessages.text("play.silent", FPS_HERE));
        Cancellation stop = session.beginLookup();
        BlockingQueue<Movie> movies = new LinkedBlockingQueue<>(AHEAD);
        Maker maker = new Maker(preview(session, draft, stop), Preview.parts(draft, window), movies, stop);
        Thread making = new Thread(() -> maker.make(TerminalPlayer.columns(terminal)), "preview");
        making.setDaemon(true);
        making.start();
        try {
            new TerminalPlayer(terminal, console.pictures().graphics(), console.theme(), stop)
                    .play(movies, window.from(), window.to(), () -> !making.isAlive());
        } finally {
            stop.cancel();
            making.interrupt();
        }
        maker.rethrow();
    }

    /** Renders the parts one after the other, ahead of the one that plays. */
    private record Maker(
            Preview preview,
            List<Window> parts,
            BlockingQueue<Movie> movies,
            Cancellation stop,
            AtomicReference<@Nullable RetakeException> failure) {
        Maker(Preview preview, List<Window> parts, BlockingQueue<Movie> movies, Cancellation stop) {
            this(preview, parts, movies, stop, new AtomicReference<>());
        }

        /** Renders at twice the width: scaling four pixels down to one hides the dithering of the GIF's 256 colors. */
        void make(int columns) {
            try {
                Path folder = Files.createTempDirectory("retake-play");
                Path file = folder.resolve("part.gif");
                try {
                    for (Window part : parts) {
                        preview.make(part, "gif", Math.max(16, 2 * columns), FPS_HERE, file);
                        movies.put(Movie.read(Files.readAllBytes(file)));
                        Files.delete(file);
                    }
                } finally {
                    Files.deleteIfExists(file);
                    Files.deleteIfExists(folder);
                }
            } catch (RetakeException wrong) {
                failure.set(wrong);
            } catch (IOException wrong) {
                failure.set(new CommandProblem(
                        ProgramMessages.text("play.no-room", String.valueOf(wrong.getMessage())),
                        ProgramMessages.text("disk.free-temporary")));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        void rethrow() {
            RetakeException wrong = failure.get();
            if (wrong != null && !(wrong instanceof ClientException.Cancelled)) {
                throw wrong;
            }
        }
    }
}
