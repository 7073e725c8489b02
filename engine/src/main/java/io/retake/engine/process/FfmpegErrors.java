package io.retake.engine.process;

import io.retake.engine.phrase.EngineMessages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Maps FFmpeg error output to user-facing messages. */
public final class FfmpegErrors {
    private static final List<String[]> KNOWN = List.of(
            cause("no space left on device", "ffmpeg.disk-full"),
            cause("disk quota exceeded", "ffmpeg.quota"),
            cause("format not on whitelist", "ffmpeg.playlist"),
            cause("picture size", "ffmpeg.many-pixels"),
            cause("moov atom not found", "ffmpeg.no-index"),
            cause("invalid data found when processing input", "ffmpeg.no-media"),
            cause("permission denied", "ffmpeg.permission"),
            cause("no such file or directory", "ffmpeg.file-missing"),
            cause("error while loading shared libraries", "ffmpeg.libraries"));

    /** Errors that are the machine's and no file's. */
    private static final List<String> OF_MACHINE = List.of(
            "no space left on device",
            "disk quota exceeded",
            "permission denied",
            "error while loading shared libraries");

    /** A run that was ended by a signal has 128 and its number for an exit code; FFmpeg's own ones are larger. */
    private static final int SIGNAL = 128;

    private static final int SIGTERM = 15;
    private static final int LONGEST = 200;
    private static final Pattern PART = Pattern.compile("^\\[(fc#|AVFilterGraph|Parsed_|vf#|af#|out#|[vas]ost#)");
    private static final Pattern ADDRESS = Pattern.compile("^(\\[[^\\]]*\\] *)+");

    /** Messages of FFmpeg and its libraries when an allocation fails. */
    private static final List<String> MEMORY = List.of(
            "cannot allocate memory", "failed to alloc", "std::bad_alloc", "out of memory", "pthread_create() failed");

    private FfmpegErrors() {}

    public static boolean isMemory(String stderr) {
        String said = stderr.toLowerCase(Locale.ROOT);
        // FFmpeg says so too of a file that has more streams than it takes.
        return !said.contains("max_streams") && MEMORY.stream().anyMatch(said::contains);
    }

    /** Returns the cause when the output means a fault of this machine; empty otherwise. */
    public static Optional<String> ofMachine(String stderr, int exitCode) {
        if (exitCode > SIGNAL && exitCode <= SIGNAL + SIGTERM) {
            return Optional.of(EngineMessages.text("process.signal", (exitCode - SIGNAL)));
        }
        String said = stderr.toLowerCase(Locale.ROOT);
        return OF_MACHINE.stream().filter(said::contains).findFirst().flatMap(FfmpegErrors::known);
    }

    /**
     * The line that says what went wrong first, without the addresses of FFmpeg's parts: of a graph or an output if
     * there is one, since decoders complain of much that they get over.
     */
    public static String firstWords(String stderr) {
        List<String> lines = stderr.lines().filter(line -> !line.isBlank()).toList();
        String first = lines.stream()
                .filter(line -> PART.matcher(line).find())
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .orElse(EngineMessages.text("process.no-words"));
        String words = ADDRESS.matcher(first).replaceFirst("").strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }

    public static String explain(String stderr, int exitCode) {
        String last = stderr.lines().reduce((a, b) -> b).orElse(EngineMessages.text("process.silent"));
        return known(stderr).orElse(EngineMessages.text("process.exit-code", exitCode, last));
    }

    /** Returns the cause of a known error; empty for an unknown one. */
    static Optional<String> known(String stderr) {
        String said = stderr.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(cause -> said.contains(cause[0]))
                .map(cause -> EngineMessages.text(cause[1]))
                .findFirst();
    }

    private static String[] cause(String said, String key) {
        return new String[] {said, key};
    }
}
