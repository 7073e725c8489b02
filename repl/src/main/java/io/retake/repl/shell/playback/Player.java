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
 * A video player on this machine that opens a window.
 *
 * @param command the program and its arguments; the file name is appended
 */
public record Player(List<String> command) {
    /** Players that close at the end of the film come first. */
    private static final List<List<String>> KNOWN = List.of(
            List.of("mpv", "--really-quiet"),
            List.of("ffplay", "-v", "quiet", "-autoexit"),
            List.of("vlc", "--quiet", "--play-and-exit"));

    public Player {
        command = List.copyOf(command);
    }

    /** Finds a player; empty if none is installed, or if windows can't be opened, for example over ssh. */
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

    /** Starts the player detached and discards its output. */
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
