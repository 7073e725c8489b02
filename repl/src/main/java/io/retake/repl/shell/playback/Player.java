package io.retake.repl.shell.playback;

import io.retake.core.ProcessTexts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of this machine that shows films in a window.
 *
 * @param command what to start; the film's name comes after it
 */
public record Player(List<String> command) {
    /** Those that end with the film come first: the others leave that to the person. */
    private static final List<List<String>> KNOWN = List.of(
            List.of("mpv", "--really-quiet"),
            List.of("ffplay", "-v", "quiet", "-autoexit"),
            List.of("vlc", "--quiet", "--play-and-exit"));

    public Player {
        command = List.copyOf(command);
    }

    /** The one to use here; empty where there is no window to show, as over ssh, and where there is no player. */
    public static Optional<Player> find(Map<String, String> environment, String system) {
        boolean mac = system.startsWith("Mac");
        boolean windows = system.startsWith("Windows");
        boolean display = mac
                || windows
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        if (!display || environment.containsKey("SSH_CONNECTION")) {
            return Optional.empty();
        }
        List<List<String>> all = new ArrayList<>(KNOWN);
        all.add(mac ? List.of("open") : windows ? List.of("cmd", "/c", "start", "") : List.of("xdg-open"));
        return all.stream()
                .filter(command -> isThere(command.get(0), environment, windows))
                .findFirst()
                .map(Player::new);
    }

    private static boolean isThere(String program, Map<String, String> environment, boolean windows) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(windows ? program + ".exe" : program))
                .anyMatch(Files::isExecutable);
    }

    /** Starts it; it goes on by itself, and says nothing here. */
    public void show(Path film) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.add(film.toString());
        new ProcessBuilder(ProcessTexts.forChild(words))
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .getOutputStream()
                .close();
    }

    @Override
    public String toString() {
        return command.get(0);
    }
}
