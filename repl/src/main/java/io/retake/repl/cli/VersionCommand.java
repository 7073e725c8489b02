package io.retake.repl.cli;

import io.retake.core.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code retake version}. */
@Command(name = "version", description = "Says which Retake, Java and FFmpeg this is.")
final class VersionCommand implements Callable<Integer> {
    private final Surroundings around;

    VersionCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        around.out().println("retake " + Version.current());
        around.out().println("java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        return ExitCode.DONE.number();
    }

    static final class Short implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"retake " + Version.current()};
        }
    }
}
