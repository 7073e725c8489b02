package io.retake.repl.cli;

import io.retake.repl.message.ProgramMessages;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A standard stream of this process that records a write failure: a full disk must not end in exit code 0. A reader
 * that closes the pipe early, as {@code head} does, is not a failure. Thread-safe, like any {@link PrintStream}.
 */
final class StandardOutput extends PrintStream {
    private static final Path DESCRIPTOR = Path.of("/dev/fd/1");
    private final Watched watched;

    StandardOutput(FileDescriptor descriptor, Charset encoding) {
        this(new Watched(new FileOutputStream(descriptor)), encoding);
    }

    private StandardOutput(Watched watched, Charset encoding) {
        super(new BufferedOutputStream(watched, 8192), true, encoding);
        this.watched = watched;
    }

    /**
     * Returns the final exit code of a command. If output was lost, reports that on standard error and turns success
     * into failure.
     */
    static int exitCode(ProcessEnvironment around, int code) {
        around.out().flush();
        Optional<String> lost = around.out() instanceof StandardOutput out ? out.lost() : Optional.empty();
        if (lost.isEmpty()) {
            return code;
        }
        Failures.say(
                around,
                ProgramMessages.text("output.not-written", lost.get()),
                ProgramMessages.text("output.not-written-advice"));
        return code == ExitCode.DONE.number() ? ExitCode.FAILED.number() : code;
    }

    private Optional<String> lost() {
        return Optional.ofNullable(watched.failure)
                .map(failure -> String.valueOf(failure.getMessage()))
                .filter(why -> !isPipe(why));
    }

    /** Whether the failure is a closed pipe. The message may be localized, so standard output's type is checked too. */
    private static boolean isPipe(String why) {
        if (why.toLowerCase(Locale.ROOT).contains("pipe")) {
            return true;
        }
        try {
            String open = Files.readSymbolicLink(DESCRIPTOR).toString();
            return open.startsWith("pipe:") || open.startsWith("socket:");
        } catch (IOException | RuntimeException unknown) {
            return false;
        }
    }

    /** Stops writing after the first failure and keeps it. */
    private static final class Watched extends FilterOutputStream {
        private volatile @Nullable IOException failure;

        Watched(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (failure != null) {
                return;
            }
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
            }
        }
    }
}
