package io.retake.engine.ffmpeg;

import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.MediaException;
import io.retake.engine.process.ProcessJob;
import io.retake.engine.process.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Queries an FFmpeg's capabilities once for each binary, and caches the answer by the binary's path, length and age.
 */
final class CapabilityReader {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern VERSION = Pattern.compile("ffmpeg version (\\S+)");
    /** A row is flags, then the name or names: " V....D libx264  libx264 H.264 …". */
    private static final Pattern ROW = Pattern.compile("^ [A-Z.|]{1,6} +([a-zA-Z0-9_,-]+) .*");

    private final Path top;
    private final Path cache;

    /** @param top the uppermost of the folders that are Retake's */
    CapabilityReader(Path top, Path cache) {
        this.top = top;
        this.cache = cache;
    }

    Capabilities of(Path ffmpeg, Map<String, String> variables) {
        Path kept = cache.resolve("can-" + Integer.toHexString(identity(ffmpeg).hashCode()) + ".txt");
        try {
            List<String> lines = Files.readAllLines(kept);
            if (lines.size() == 5 && lines.get(0).equals(identity(ffmpeg))) {
                return new Capabilities(lines.get(1), set(lines.get(2)), set(lines.get(3)), set(lines.get(4)));
            }
        } catch (IOException e) {
            // Not asked before, or the cache is gone: ask.
        }
        Capabilities found = ask(ffmpeg, variables);
        keep(kept, ffmpeg, found);
        return found;
    }

    private static Capabilities ask(Path ffmpeg, Map<String, String> variables) {
        Matcher version = VERSION.matcher(run(ffmpeg, variables, "-version"));
        if (!version.find()) {
            throw new MediaException(EngineMessages.text("ffmpeg.odd-answer", ffmpeg, Locator.VARIABLE));
        }
        return new Capabilities(
                version.group(1),
                names(run(ffmpeg, variables, "-encoders")),
                names(run(ffmpeg, variables, "-filters")),
                names(run(ffmpeg, variables, "-demuxers")));
    }

    static Set<String> names(String listing) {
        Set<String> names = new TreeSet<>();
        for (String line : listing.lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && !line.contains(" = ")) {
                names.addAll(List.of(row.group(1).split(",")));
            }
        }
        return names;
    }

    private static String run(Path ffmpeg, Map<String, String> variables, String option) {
        List<String> command = List.of(ffmpeg.toString(), "-hide_banner", option);
        List<String> full = option.equals("-version") ? List.of(ffmpeg.toString(), option) : command;
        return new Processes(variables)
                .run(ProcessJob.of(full).withTimeout(PATIENCE))
                .stdout();
    }

    private void keep(Path kept, Path ffmpeg, Capabilities can) {
        List<String> lines = new ArrayList<>(List.of(identity(ffmpeg), can.version()));
        for (Set<String> names : List.of(can.encoders(), can.filters(), can.demuxers())) {
            lines.add(String.join(" ", new TreeSet<>(names)));
        }
        try {
            PrivateFiles.folder(top, cache);
            AtomicFiles.writeCache(kept, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A read-only disk: query it again next time.
        }
    }

    private static Set<String> set(String line) {
        return line.isBlank() ? Set.of() : Set.of(line.split(" "));
    }

    private static String identity(Path ffmpeg) {
        try {
            return ffmpeg.toRealPath() + " " + Files.size(ffmpeg) + " "
                    + Files.getLastModifiedTime(ffmpeg).toMillis();
        } catch (IOException e) {
            throw new MediaException(EngineMessages.text("ffmpeg.no-program", ffmpeg), e);
        }
    }
}
