package io.retake.engine.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.Headers;
import io.retake.engine.api.EngineException;
import io.retake.engine.api.EngineSettings;
import io.retake.engine.http.server.ApiException;
import io.retake.engine.http.server.BackendRules;
import io.retake.engine.http.server.CleanText;
import io.retake.engine.http.server.Exchange;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.render.timeline.Output;
import io.retake.engine.store.Json;
import io.retake.engine.store.OutputStore;
import io.retake.engine.store.RenderRecord;
import io.retake.engine.store.RenderStore;
import io.retake.engine.timeline.Asset;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Submits, reports, cancels and serves renders. */
final class RenderEndpoints {
    /** A client that looks again after this sees the end of a local render at once; one look costs well below 1 ms. */
    private static final int POLL_AFTER_MS = 25;

    private final Sessions sessions;
    private final Stores stores;
    private final RenderQueue queue;
    private final RenderService studio;
    private final BackendRules rules;
    private final boolean reuse;
    private final Clock clock;
    private final Supplier<URI> url;
    private final DownloadLinks links;
    private final Downloads downloads = new Downloads();

    RenderEndpoints(
            Sessions sessions,
            Stores stores,
            RenderQueue queue,
            RenderService studio,
            EngineSettings settings,
            BackendRules rules,
            Supplier<URI> url) {
        this.sessions = sessions;
        this.stores = stores;
        this.queue = queue;
        this.studio = studio;
        this.rules = rules;
        this.reuse = settings.reuseRenders();
        this.clock = settings.clock();
        this.url = url;
        this.links = new DownloadLinks(clock);
    }

    void submit(Exchange exchange) throws IOException {
        checkPlan(exchange);
        ObjectNode body = exchange.json(EngineMessages.text("render.fields"));
        String id = Exchange.text(body, "id");
        if (!RenderStore.isId(id)) {
            throw ApiException.badRequest(EngineMessages.text("render.odd-id", CleanText.shortened(id)));
        }
        Session session = sessions.of(exchange.user(), Exchange.text(body, "sessionId"));
        Draft draft = RenderService.draft(object(body, "draft"));
        ObjectNode form = Resolution.resolved(body.has("output") ? object(body, "output") : Json.object(), draft);
        Output output = RenderService.output(form);
        Map<String, String> names = names(session);
        Set<String> media = RenderService.media(draft);
        checkMedia(media, names);
        studio.check(draft, output, located(media), names);
        RenderRecord record = new RenderRecord(
                id,
                exchange.user().id(),
                session.id(),
                reuse ? RenderKey.of(studio.version(), draft, form) : RenderKey.unique(),
                output.container().extension(),
                RenderRecord.RenderPhase.PENDING,
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        RenderQueue.Status status = queue.submit(record, draft, output, names);
        session.endOffers();
        exchange.render(json(status));
    }

    private void checkPlan(Exchange exchange) {
        for (String header : new String[] {Headers.SKILL_SOURCE, Headers.SKILL_VERSION, Headers.SKILL_PLATFORM}) {
            if (exchange.header(header).isEmpty()) {
                throw ApiException.http(402, EngineMessages.text("render.no-header", header));
            }
        }
        rules.export();
    }

    private static ObjectNode object(ObjectNode body, String name) {
        if (body.path(name) instanceof ObjectNode object) {
            return object;
        }
        throw ApiException.badRequest(EngineMessages.text("request.no-object", name));
    }

    private static Map<String, String> names(Session session) {
        return session.record().project().media().stream()
                .collect(Collectors.toMap(Asset::hash, Asset::name, (first, same) -> first));
    }

    /** A draft may only name media of its own session: hashes of others' media are not to be tried out. */
    private static void checkMedia(Set<String> needed, Map<String, String> there) {
        for (String hash : needed) {
            if (!there.containsKey(hash)) {
                throw ApiException.badRequest(EngineMessages.text("render.foreign-medium", CleanText.shortened(hash)));
            }
        }
    }

    private Map<String, Path> located(Set<String> media) throws IOException {
        Map<String, Path> files = new HashMap<>();
        for (String hash : media) {
            try {
                files.put(hash, stores.media().locate(hash));
            } catch (EngineException e) {
                throw ApiException.badRequest(String.valueOf(e.getMessage()));
            }
        }
        return files;
    }

    void status(Exchange exchange) throws IOException {
        exchange.render(json(find(exchange)));
    }

    void cancel(Exchange exchange) throws IOException {
        RenderRecord record = find(exchange).record();
        queue.cancel(record.id());
        exchange.render(json(find(exchange)));
    }

    void download(Exchange exchange) throws IOException {
        send(exchange, find(exchange).record());
    }

    /** Serves a render to everyone who has its address from {@link DownloadLinks}. */
    void file(Exchange exchange) throws IOException {
        String id = exchange.id("render");
        String extension = exchange.id("extension");
        links.check(exchange.id("ticket"), id, extension);
        send(
                exchange,
                queue.status(id)
                        .map(RenderQueue.Status::record)
                        .filter(record -> record.extension().equals(extension))
                        .orElseThrow(() -> ApiException.http(404, EngineMessages.text("render.gone", id))));
    }

    private void send(Exchange exchange, RenderRecord record) throws IOException {
        if (record.state() != RenderRecord.RenderPhase.COMPLETED) {
            throw ApiException.http(
                    409,
                    EngineMessages.text(
                            "render.not-ready", record.id(), record.state().wire()));
        }
        Optional<OutputStore.HeldOutput> output = stores.outputs().find(record.key());
        OutputStore.HeldOutput held =
                output.orElseThrow(() -> ApiException.http(410, EngineMessages.text("render.file-gone", record.id())));
        try {
            downloads.send(exchange, held.file(), record.key(), held::close);
        } catch (ApiException e) {
            held.close();
            throw e;
        }
    }

    /** Returns the render if it belongs to this user. */
    private RenderQueue.Status find(Exchange exchange) throws IOException {
        String id = exchange.id("render");
        return queue.status(id)
                .filter(status -> status.record().user().equals(exchange.user().id()))
                .orElseThrow(() -> ApiException.http(404, EngineMessages.text("render.unknown", id)));
    }

    /** Returns the receipt: measurements of the rendered file, as JSON to keep beside it. */
    void receipt(Exchange exchange) throws IOException {
        RenderRecord record = find(exchange).record();
        exchange.success(queue.receipt(record)
                .orElseThrow(() -> ApiException.http(404, EngineMessages.text("render.no-receipt", record.id()))));
    }

    private ObjectNode json(RenderQueue.Status status) throws IOException {
        RenderRecord record = status.record();
        ObjectNode json = Json.object()
                .put("id", record.id())
                .put("status", record.state().wire())
                .put("progress", Math.round(status.percent() * 10) / 10.0)
                .put("createdAt", record.createdAt().toString());
        record.completedAt().ifPresent(time -> json.put("completedAt", time.toString()));
        record.error().ifPresent(why -> json.put("error", why));
        if (record.state() == RenderRecord.RenderPhase.COMPLETED) {
            json.put("outputUrl", url.get() + links.path(record.id(), record.extension()));
        }
        queue.receipt(record).ifPresent(receipt -> json.set("receipt", receipt));
        if (!record.state().ended()) {
            json.put("pollAfterMs", POLL_AFTER_MS);
        }
        return json;
    }
}
