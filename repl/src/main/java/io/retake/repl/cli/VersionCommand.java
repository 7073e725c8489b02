package io.retake.repl.cli;

import io.retake.core.Version;
import io.retake.engine.Doctor;
import io.retake.engine.api.EngineSettings;
import io.retake.repl.message.ProgramMessages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/** {@code retake version}. */
@Command(name = "version", description = "Print the versions of Retake, Java and FFmpeg")
final class VersionCommand implements Callable<Integer> {
    private final ProcessEnvironment around;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final CommonOptions usual = new CommonOptions();

    VersionCommand(ProcessEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Doctor.Report report = Doctor.report(
                EngineSettings.builder().environment(around.environment()).build());
        around.out().println("retake " + Version.current());
        around.out().println("java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        around.out()
                .println(report.ffmpeg()
                        .map(ffmpeg -> "ffmpeg " + ffmpeg.version() + " (" + ffmpeg.origin() + ")")
                        .orElse(ProgramMessages.text("version.no-ffmpeg")));
        return ExitCode.DONE.number();
    }

    static final class VersionLine implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"retake " + Version.current()};
        }
    }
}
