package io.retake.repl.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.retake.engine.Engine;
import io.retake.engine.api.EngineException;
import io.retake.engine.api.EngineFolder;
import io.retake.engine.api.EngineSettings;
import io.retake.engine.api.EventFamily;
import io.retake.engine.api.Policy;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code retake serve}: runs the engine for other clients until Ctrl-C. */
@Command(
        name = "serve",
        description = "Run the engine as a local server for tools that use the cloud API",
        footer = {
            "",
            "To use it from another tool, set NEMO_API_URL=http://127.0.0.1:PORT; the tool requests its own token.",
            "Sessions, media and renders survive a restart. Ctrl-C stops the server."
        })
final class ServeCommand implements Callable<Integer> {
    private final ProcessEnvironment around;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final CommonOptions usual = new CommonOptions();

    @Option(names = "--port", paramLabel = "N", description = "Port on 127.0.0.1 (default: a free port)")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for media, renders and sessions (default: the user's data folder)")
    private @Nullable Path data;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "serve",
            description = "Name of the engine within the data folder (default: ${DEFAULT-VALUE})")
    private String name = "serve";

    @Option(names = "--limit", paramLabel = "SIZE", description = "Storage limit (default: 20GB)")
    private @Nullable ByteSize limit;

    @Option(names = "--parallel", paramLabel = "N", description = "Parallel renders, 1 to 16 (default: 1)")
    private @Nullable Integer parallel;

    @Option(names = "--credits", paramLabel = "N", description = "Policy: credits of a new user (default: 100)")
    private @Nullable Integer credits;

    @Option(names = "--cost", paramLabel = "N", description = "Policy: credits per message (default: 0)")
    private @Nullable Integer cost;

    @Option(names = "--token-lifetime", paramLabel = "SECONDS", description = "Policy: lifetime of a token")
    private @Nullable Integer tokenLifetime;

    @Option(
            names = "--one-token",
            description = "Policy: one anonymous token per client every 7 days; a second request gets HTTP 429")
    private boolean oneToken;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Policy: requests per minute for each token, token requests included")
    private @Nullable Integer rate;

    @Option(names = "--no-export", description = "Policy: exports are not in the plan (HTTP 402)")
    private boolean noExport;

    @Option(
            names = "--silent",
            paramLabel = "SHARE",
            description = "Share of edits whose stream ends without a reply, 0 to 1")
    private @Nullable Double silent;

    @Option(names = "--plain-events", description = "Send plain events instead of ADK events")
    private boolean plainEvents;

    @Option(names = "--show-token", description = "Print the owner token, which allows handing over files by reference")
    private boolean showToken;

    @Option(names = "--json", description = "Print the server's address as one line of JSON")
    private boolean json;

    ServeCommand(ProcessEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        EngineSettings settings = settings();
        // A signal is the normal end of a server, not a failure.
        try (Interruption interruption = Interruption.expected(ExitCode.DONE)) {
            interruption.stops(end::countDown);
            serve(settings, end);
            return ExitCode.DONE.number();
        }
    }

    private void serve(EngineSettings settings, CountDownLatch end) throws InterruptedException {
        try (Engine engine = Engine.start(settings)) {
            announce(engine);
            end.await();
            if (!json) {
                around.err().println(ProgramMessages.text("serve.stopping"));
            }
        }
    }

    private void announce(Engine engine) {
        if (json) {
            var line = JsonNodeFactory.instance
                    .objectNode()
                    .put("event", "serving")
                    .put("url", engine.apiUrl().toString())
                    .put("data", settings().dataFolder().toString());
            if (showToken) {
                line.put("token", engine.ownerToken());
            }
            around.out().println(line);
            return;
        }
        var theme = around.screen().outTheme();
        around.out()
                .println(ProgramMessages.text(
                        "serve.address",
                        theme.paint(Role.EMPHASIS, engine.apiUrl().toString())));
        around.err().println(ProgramMessages.text("serve.data", settings().dataFolder()));
        around.err().println(ProgramMessages.text("serve.other-tool", engine.apiUrl()));
        around.err()
                .println(
                        showToken
                                ? ProgramMessages.text("serve.with-token", engine.ownerToken())
                                : ProgramMessages.text("serve.own-token"));
        around.err().println(ProgramMessages.text("serve.stop-hint"));
    }

    private EngineSettings settings() {
        EngineSettings.Builder builder = EngineSettings.builder()
                .environment(around.environment())
                .folder(EngineFolder.named(name))
                .port(port)
                .policy(policy());
        if (data != null) {
            builder.dataFolder(around.folder().resolve(data));
        }
        if (limit != null) {
            builder.storageLimit(limit.bytes());
        }
        if (parallel != null) {
            builder.parallelRenders(parallel);
        }
        if (silent != null) {
            builder.silentEdits(silent);
        }
        if (plainEvents) {
            builder.events(EventFamily.PLAIN);
        }
        try {
            return builder.build();
        } catch (EngineException wrongSetting) {
            throw new CommandFailure(ExitCode.WRONG, wrongSetting.getMessage(), "", wrongSetting);
        }
    }

    private Policy policy() {
        Policy policy = Policy.OFF;
        if (credits != null || cost != null) {
            policy = policy.withCredits(
                    credits != null ? credits : policy.initialCredits(), cost != null ? cost : policy.costPerEdit());
        }
        if (tokenLifetime != null) {
            policy = policy.withTokenLifetime(Duration.ofSeconds(tokenLifetime));
        }
        if (oneToken) {
            policy = policy.withOneTokenPerClient();
        }
        if (rate != null) {
            policy = policy.withRequestsPerMinute(rate);
        }
        return noExport ? policy.withoutExport() : policy;
    }
}
