package io.retake.repl.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.retake.engine.Engine;
import io.retake.engine.api.EngineException;
import io.retake.engine.api.EngineFolder;
import io.retake.engine.api.EngineSettings;
import io.retake.engine.api.EventFamily;
import io.retake.engine.api.Policy;
import io.retake.repl.view.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code retake serve}: the engine for other clients, until Ctrl-C. */
@Command(
        name = "serve",
        description = "Serves the engine on this machine, for any tool that speaks the cloud's API.",
        footer = {
            "",
            "Point another tool at it with NEMO_API_URL=http://127.0.0.1:PORT; it fetches a token by itself.",
            "Sessions, media and renders are found again after a restart. Ctrl-C ends it."
        })
final class ServeCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final UsualOptions usual = new UsualOptions();

    @Option(names = "--port", paramLabel = "N", description = "The port on 127.0.0.1 (default: any free one).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where media, renders and sessions are kept (default: the user's data folder).")
    private @Nullable Path data;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "serve",
            description = "Which of the folder's engines this is (default: ${DEFAULT-VALUE}).")
    private String name = "serve";

    @Option(names = "--limit", paramLabel = "SIZE", description = "What the folder may hold, such as 20GB (default).")
    private @Nullable ByteSize limit;

    @Option(names = "--parallel", paramLabel = "N", description = "Renders at a time, 1 to 16 (default: 1).")
    private @Nullable Integer parallel;

    @Option(names = "--credits", paramLabel = "N", description = "Policy: what a new user has (default: 100).")
    private @Nullable Integer credits;

    @Option(names = "--cost", paramLabel = "N", description = "Policy: credits that a message costs (default: 0).")
    private @Nullable Integer cost;

    @Option(names = "--token-lifetime", paramLabel = "SECONDS", description = "Policy: how long a token is valid.")
    private @Nullable Integer tokenLifetime;

    @Option(
            names = "--one-token",
            description =
                    "Policy: one anonymous token per client in 7 days, valid for 7 days; a second one is HTTP 429.")
    private boolean oneToken;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Policy: requests a minute and token; calls for a token count too.")
    private @Nullable Integer rate;

    @Option(names = "--no-export", description = "Policy: export is not in the plan (HTTP 402).")
    private boolean noExport;

    @Option(names = "--silent", paramLabel = "SHARE", description = "The share of edits that say nothing, 0 to 1.")
    private @Nullable Double silent;

    @Option(names = "--plain-events", description = "Message streams of the plain kind instead of ADK's.")
    private boolean plainEvents;

    @Option(names = "--show-token", description = "Prints the owner's token, which may hand over files by reference.")
    private boolean showToken;

    @Option(names = "--json", description = "Says what it serves as one line of JSON.")
    private boolean json;

    ServeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        EngineSettings settings = settings();
        // A server is ended by a signal: that is no failure.
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
                around.err().println("Ending; renders under way are cancelled.");
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
                .println("Serving at "
                        + theme.paint(Role.EMPHASIS, engine.apiUrl().toString()));
        around.err().println("Data in " + settings().dataFolder());
        around.err().println("For another tool:  export NEMO_API_URL=" + engine.apiUrl());
        around.err()
                .println(
                        showToken
                                ? "With this token it may hand over files by reference:  export NEMO_TOKEN="
                                        + engine.ownerToken()
                                : "It fetches a token by itself. (--show-token shows the owner's, which may hand over"
                                        + " files by reference.)");
        around.err().println("Ctrl-C ends it.");
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
