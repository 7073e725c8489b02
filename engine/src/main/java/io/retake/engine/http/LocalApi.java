package io.retake.engine.http;

import io.retake.core.protocol.Endpoints;
import io.retake.engine.agent.Interpreter;
import io.retake.engine.api.EngineException;
import io.retake.engine.api.EngineSettings;
import io.retake.engine.api.LanguageModel;
import io.retake.engine.api.Policy;
import io.retake.engine.http.cloud.CloudRules;
import io.retake.engine.http.server.BackendRules;
import io.retake.engine.http.server.DaemonThreads;
import io.retake.engine.http.server.DiskErrors;
import io.retake.engine.http.server.HttpApi;
import io.retake.engine.http.server.LongCalls;
import io.retake.engine.http.server.RequestGuard;
import io.retake.engine.http.server.Route;
import io.retake.engine.llm.ModelInterpreter;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.CancelSignal;
import io.retake.engine.store.DataFolder;
import io.retake.engine.store.EngineHome;
import io.retake.engine.store.Users;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** A running engine: creates its parts, and closes them in the opposite order. */
public final class LocalApi implements AutoCloseable {
    private final EngineSettings settings;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final EngineHome home;
    private final Users users;
    private final HttpApi http;

    private LocalApi(EngineSettings settings) throws IOException {
        this.settings = settings;
        Clock clock = settings.clock();
        try {
            FutureTask<HttpApi> server =
                    DaemonThreads.begin("retake-start", () -> HttpApi.prepare(settings.port(), settings.limits()));
            home = part(EngineHome.open(DataFolder.open(settings.dataFolder()), settings.folder(), clock.instant()));
            users = new Users(home, settings.policy(), clock);
            Stores stores = Stores.open(home, settings.storageLimit(), clock);
            Sessions sessions = part(new Sessions(stores));
            Interpreter interpreter = interpreter(settings.languageModel());
            BackendRules rules = rules(settings, users);
            List<Route> routes = routes(stores, sessions, interpreter, rules);
            LongCalls calls = part(new LongCalls(settings.limits()));
            http = part(DaemonThreads.result(server));
            // First of all when closing: messages that wait for a language model would hold up everything else.
            if (interpreter instanceof ModelInterpreter model) {
                part(model);
            }
            http.serve(
                    routes,
                    new RequestGuard(users, rules),
                    calls,
                    new DiskErrors(home.data().root()));
        } catch (IOException | RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    /** Starts an engine; it serves when this returns. */
    public static LocalApi start(EngineSettings settings) {
        try {
            return new LocalApi(settings);
        } catch (IOException e) {
            throw new EngineException(EngineMessages.text("data.engine-folder", settings.dataFolder(), e), e);
        }
    }

    private <T extends AutoCloseable> T part(T part) {
        parts.push(part);
        return part;
    }

    private static Interpreter interpreter(LanguageModel model) {
        return model instanceof LanguageModel.On on ? ModelInterpreter.of(on) : Interpreter.NONE;
    }

    private static BackendRules rules(EngineSettings settings, Users users) {
        boolean none = settings.policy().equals(Policy.OFF) && settings.silentEdits() == 0;
        return none ? BackendRules.NONE : new CloudRules(settings, users);
    }

    /** Returns all routes. */
    private List<Route> routes(Stores stores, Sessions sessions, Interpreter interpreter, BackendRules rules)
            throws IOException {
        Clock clock = settings.clock();
        RenderService studio =
                new RenderService(settings.environment(), home.data().measurements());
        RenderQueue queue = part(new RenderQueue(stores, studio, settings.parallelRenders(), clock));
        queue.failUnfinished();
        ExecutorService workers = Executors.newCachedThreadPool(DaemonThreads.named("retake-message"));
        part(() -> {
            workers.shutdown();
            DaemonThreads.awaitEnd(workers, Duration.ofSeconds(30));
        });
        // Measuring footage may take minutes, and whoever closes the engine doesn't wait for that.
        CancelSignal closing = new CancelSignal();
        part(closing::cancel);
        Lazy<UrlFetcher> fetcher =
                new Lazy<>(() -> new UrlFetcher(PublicAddresses::isPublic, UrlFetcher.LIMIT, settings.limits()));
        part(() -> fetcher.ifMade().ifPresent(UrlFetcher::close));
        TokenEndpoints tokens = new TokenEndpoints(users, sessions, rules);
        RenderEndpoints renders = new RenderEndpoints(sessions, stores, queue, studio, settings, rules, this::url);
        return List.of(
                Route.open("POST", Endpoints.ANONYMOUS_TOKEN, tokens::anonymous),
                Route.with("POST", Endpoints.CLAIM_TOKEN, tokens::claim),
                Route.with("POST", Endpoints.OPEN_SESSION, new SessionEndpoint(sessions, clock)),
                Route.working(
                        "POST",
                        Endpoints.MESSAGE,
                        new MessageEndpoint(
                                sessions,
                                users,
                                settings,
                                rules,
                                workers,
                                new MediaMeasurements(studio, stores, closing),
                                interpreter)),
                Route.working("POST", Endpoints.UPLOAD, new UploadEndpoint(sessions, stores, studio, fetcher)),
                Route.with("GET", Endpoints.CREDITS, tokens::credits),
                Route.with("GET", Endpoints.STATE, new StateEndpoint(sessions)),
                Route.working("POST", Endpoints.RENDER, renders::submit),
                Route.with("GET", Endpoints.RENDER_STATUS, renders::status),
                Route.with("POST", Endpoints.RENDER_CANCEL, renders::cancel),
                Route.with("GET", Endpoints.RENDER_RECEIPT, renders::receipt),
                Route.file("GET", Endpoints.RENDER_DOWNLOAD, renders::download),
                Route.file("HEAD", Endpoints.RENDER_DOWNLOAD, renders::download),
                Route.open("GET", Endpoints.RENDER_FILE, renders::file),
                Route.open("HEAD", Endpoints.RENDER_FILE, renders::file));
    }

    /** Returns the address it serves at, without a path. */
    public URI url() {
        return http.url();
    }

    /** The token of the process that started it. */
    public String ownerToken() {
        return users.ownerToken();
    }

    /** The name of its folder under {@code DATA/engines}. */
    public String folderName() {
        return home.name();
    }

    /** Stops serving, cancels renders, and returns when nothing is left. */
    @Override
    public void close() {
        closeAfter(null);
    }

    /** To the end even when interrupted: an interrupt would close the files that are being put in order. */
    private void closeAfter(@Nullable Exception first) {
        Exception failure = first;
        boolean interrupted = false;
        while (!parts.isEmpty()) {
            interrupted |= Thread.interrupted();
            try {
                parts.pop().close();
            } catch (Exception e) {
                failure = joined(failure, e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (first == null && failure != null) {
            throw new EngineException(EngineMessages.text("engine.not-closed", failure.getMessage()), failure);
        }
    }

    private static Exception joined(@Nullable Exception first, Exception next) {
        if (first == null) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }
}
