package io.retake.engine.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The memory of this machine, or of the container that this process is in where that is less. */
public final class MachineMemory {
    private static final Pattern TOTAL = Pattern.compile("MemTotal:\\s+(\\d{1,15}) kB");

    /** Where version 2 and version 1 of control groups keep a container's limit; seen from the host, none is there. */
    private static final List<String> LIMITS = List.of("memory.max", "memory/memory.limit_in_bytes");

    private MachineMemory() {}

    /** Returns the memory in bytes. */
    public static long bytes() {
        return LazyMemorySize.BYTES;
    }

    private static final class LazyMemorySize {
        private static final long BYTES = read(Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup"));
    }

    /** Reads Linux's files, which takes a millisecond; elsewhere asks the Java runtime, which takes fifty. */
    static long read(Path total, Path groups) {
        OptionalLong machine = number(total, TOTAL, 1024);
        if (machine.isEmpty()) {
            return runtime();
        }
        return Stream.of(machine, limit(groups.resolve(LIMITS.get(0))), limit(groups.resolve(LIMITS.get(1))))
                .flatMapToLong(OptionalLong::stream)
                .filter(bytes -> bytes > 0)
                .min()
                .orElseThrow();
    }

    private static OptionalLong limit(Path file) {
        return number(file, Pattern.compile("^(\\d{1,18})\\s*$"), 1);
    }

    private static OptionalLong number(Path file, Pattern pattern, long unit) {
        try {
            Matcher found = pattern.matcher(Files.readString(file));
            return found.find() ? OptionalLong.of(Long.parseLong(found.group(1)) * unit) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static long runtime() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 8L << 30;
    }
}
