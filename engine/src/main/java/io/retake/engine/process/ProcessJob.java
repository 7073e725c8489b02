package io.retake.engine.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One run of a program.
 *
 * @param command the program and its arguments
 * @param timeout how long it may take, by the clock on the wall
 * @param cancel ends it early
 * @param output reads what it writes to stdout, on the calling thread's behalf; empty to keep it (up to 16 MB)
 * @param directory where it runs; empty for this program's own
 * @param removeOnFailure files and folders that must not remain when it does not end well
 * @param memory how much of it the program may take
 */
public record ProcessJob(
        List<String> command,
        Duration timeout,
        CancelSignal cancel,
        Optional<OutputReader> output,
        Optional<Path> directory,
        List<Path> removeOnFailure,
        Memory memory) {

    public ProcessJob {
        command = List.copyOf(command);
        removeOnFailure = List.copyOf(removeOnFailure);
    }

    /** A run of at most a minute and a gigabyte that keeps its output. */
    public static ProcessJob of(List<String> command) {
        return new ProcessJob(
                command,
                Duration.ofMinutes(1),
                new CancelSignal(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Memory.work(1L << 30));
    }

    public ProcessJob withTimeout(Duration limit) {
        return new ProcessJob(command, limit, cancel, output, directory, removeOnFailure, memory);
    }

    public ProcessJob withCancel(CancelSignal signal) {
        return new ProcessJob(command, timeout, signal, output, directory, removeOnFailure, memory);
    }

    public ProcessJob withOutput(OutputReader reader) {
        return new ProcessJob(command, timeout, cancel, Optional.of(reader), directory, removeOnFailure, memory);
    }

    public ProcessJob withRemoveOnFailure(Path... paths) {
        return new ProcessJob(command, timeout, cancel, output, directory, List.of(paths), memory);
    }

    public ProcessJob withDirectory(Path folder) {
        return new ProcessJob(command, timeout, cancel, output, Optional.of(folder), removeOnFailure, memory);
    }

    public ProcessJob withMemory(Memory allowed) {
        return new ProcessJob(command, timeout, cancel, output, directory, removeOnFailure, allowed);
    }

    /** Reads a process's stdout to its end; what it leaves unread is drained. */
    public interface OutputReader {
        void read(InputStream stdout) throws IOException;

        /** Returns the number of reports of progress, for output whose bytes don't show progress; empty otherwise. */
        default OptionalLong steps() {
            return OptionalLong.empty();
        }
    }
}
