package io.retake.engine.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ends a process that has more memory than it may, where the system keeps no such limit (macOS, Windows): four looks a
 * second, with the program that the system has for it. What it took between two looks it had.
 */
final class MemoryWatch implements AutoCloseable {
    private static final long LOOK_MILLIS = 250;
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private static final ScheduledExecutorService LOOKS = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "retake-process-memory");
        thread.setDaemon(true);
        return thread;
    });

    private final Process process;
    private final long most;
    private final Platform platform;
    private final ScheduledFuture<?> looks;
    private volatile boolean exceeded;

    private MemoryWatch(Process process, long most, Platform platform) {
        this.process = process;
        this.most = most;
        this.platform = platform;
        this.looks = LOOKS.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Watches a process and its descendants until closed. */
    static MemoryWatch over(Process process, long most, Platform platform) {
        return new MemoryWatch(process, most, platform);
    }

    /** Returns whether the process was ended for its memory. */
    boolean isExceeded() {
        return exceeded;
    }

    @Override
    public void close() {
        looks.cancel(false);
    }

    private void look() {
        if (taken().orElse(0) > most) {
            exceeded = true;
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Returns the memory in bytes; empty when it can't be read. */
    private OptionalLong taken() {
        List<String> ids = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(ProcessHandle::isAlive)
                .map(handle -> String.valueOf(handle.pid()))
                .toList();
        return ids.isEmpty()
                ? OptionalLong.empty()
                : said(question(ids, platform)).stream()
                        .mapToLong(MemoryWatch::kilobytes)
                        .reduce(Long::sum);
    }

    /** Returns the command that lists the kilobytes of processes, one a line. */
    static List<String> question(List<String> ids, Platform platform) {
        if (platform.isWindows()) {
            return List.of("tasklist", "/FO", "CSV", "/NH", "/FI", "PID eq " + ids.get(0));
        }
        return List.of("ps", "-o", "rss=", "-p", ids.stream().collect(Collectors.joining(",")));
    }

    /** Of {@code  12345} or {@code "ffprobe.exe","1234","Console","1","12,345 K"}, in whatever way thousands are parted. */
    static long kilobytes(String line) {
        String last = line.substring(line.lastIndexOf('"', Math.max(0, line.length() - 2)) + 1);
        String digits = last.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 15 ? 0 : Long.parseLong(digits) << 10;
    }

    private static List<String> said(List<String> command) {
        try {
            Process asked =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            asked.getOutputStream().close();
            String text = new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return new ArrayList<>(LINE_END.splitAsStream(text.strip()).toList());
        } catch (IOException e) {
            return List.of();
        }
    }
}
