package io.retake.repl.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.Places;
import io.retake.core.Version;
import io.retake.core.client.http.ClientSettings;
import io.retake.dsl.Backend;
import io.retake.engine.Doctor;
import io.retake.engine.api.EngineSettings;
import io.retake.engine.api.LanguageModel;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.DoctorView;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code retake doctor}. */
@Command(
        name = "doctor",
        description = "Show the Java, FFmpeg, storage, backend and terminal that Retake uses",
        footer = {"", "Exit code 1 means that a problem was found. The network is used only with --online."})
final class DoctorCommand implements Callable<Integer> {
    private final ProcessEnvironment around;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final CommonOptions usual = new CommonOptions();

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder to inspect")
    private @Nullable Path data;

    @Option(names = "--online", description = "Also check that the backend answers")
    private boolean online;

    @Option(names = "--json", description = "Print one line of JSON")
    private boolean json;

    DoctorCommand(ProcessEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        EngineSettings.Builder settings = EngineSettings.builder().environment(around.environment());
        if (data != null) {
            settings.dataFolder(around.folder().resolve(data));
        }
        Doctor.Report report = Doctor.report(settings.build());
        List<String> trouble = new ArrayList<>(report.trouble());
        Map<String, String> program = program(report);
        Map<String, String> backend = backend(trouble);
        if (json) {
            around.out().println(json(report, program, backend, trouble));
        } else {
            DoctorView view = new DoctorView(around.screen());
            view.section("Retake " + Version.current(), program);
            report.ffmpeg().ifPresent(view::ffmpeg);
            view.storage(report.storage());
            view.section(ProgramMessages.text("doctor.backend"), backend);
            view.trouble(trouble);
        }
        return (trouble.isEmpty() ? ExitCode.DONE : ExitCode.FAILED).number();
    }

    private Map<String, String> program(Doctor.Report report) {
        Map<String, String> program = new LinkedHashMap<>();
        program.put("java", ProgramMessages.text("doctor.java-in", report.java(), System.getProperty("java.home")));
        program.put("platform", report.platform());
        program.put("terminal", around.screen().describe());
        program.put("neural", Doctor.neural());
        return program;
    }

    private Map<String, String> backend(List<String> trouble) {
        Path home = Places.home(around.environment());
        ClientSettings client = ClientSettings.fromEnvironment(around.environment(), home, Installation.folder());
        boolean local = Backend.of(around.environment()) instanceof Backend.Local;
        Map<String, String> backend = new LinkedHashMap<>();
        backend.put("chosen", local ? ProgramMessages.text("doctor.local") : ProgramMessages.text("doctor.cloud"));
        backend.put("cloud", client.apiUrl().toString());
        backend.put(
                "token",
                client.token() == null
                        ? ProgramMessages.text("doctor.no-token")
                        : ProgramMessages.text("doctor.token-given"));
        backend.put(
                "files",
                client.folder()
                        + (Files.isDirectory(client.folder()) ? "" : ProgramMessages.text("doctor.folder-missing")));
        backend.put("model", model(trouble));
        if (online) {
            backend.put("answers", answer(client.apiUrl(), trouble));
        }
        return backend;
    }

    private String model(List<String> trouble) {
        LanguageModel model = LanguageModel.of(around.environment());
        if (model instanceof LanguageModel.Wrong wrong) {
            trouble.add(ProgramMessages.text("doctor.model-unusable", wrong.why()));
        }
        return model.describe();
    }

    private static String answer(URI address, List<String> trouble) {
        Reachability reachability = Reachability.of(address);
        if (!reachability.reached()) {
            trouble.add(ProgramMessages.text("doctor.backend-unreachable", address, reachability.detail()));
        }
        return reachability.detail();
    }

    private static ObjectNode json(
            Doctor.Report report, Map<String, String> program, Map<String, String> backend, List<String> trouble) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("event", "doctor");
        json.put("version", Version.current());
        program.forEach(json::put);
        report.ffmpeg().ifPresent(ffmpeg -> {
            ObjectNode node = json.putObject("ffmpeg")
                    .put("path", ffmpeg.path())
                    .put("version", ffmpeg.version())
                    .put("origin", ffmpeg.origin());
            ObjectNode can = node.putObject("can");
            ffmpeg.abilities().forEach(ability -> can.put(ability.name(), ability.present()));
        });
        ObjectNode storage = json.putObject("storage")
                .put("folder", report.storage().folder().toString())
                .put("usedBytes", report.storage().used())
                .put("limitBytes", report.storage().limit());
        ObjectNode parts = storage.putObject("parts");
        report.storage().parts().forEach(part -> parts.put(part.name(), part.bytes()));
        ObjectNode chosen = json.putObject("backend");
        backend.forEach(chosen::put);
        trouble.forEach(json.putArray("trouble")::add);
        return json;
    }
}
