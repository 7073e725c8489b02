package io.retake.engine.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.Room;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.TerminalText;
import io.retake.engine.api.EngineException;
import io.retake.engine.http.server.ApiException;
import io.retake.engine.http.server.DaemonThreads;
import io.retake.engine.http.server.DiskErrors;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.CancelSignal;
import io.retake.engine.process.Folders;
import io.retake.engine.render.timeline.Output;
import io.retake.engine.store.EngineHome;
import io.retake.engine.store.Lease;
import io.retake.engine.store.MediaStore;
import io.retake.engine.store.OutputStore;
import io.retake.engine.store.RenderRecord;
import io.retake.engine.store.RenderStore;
import io.retake.engine.store.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queues renders and runs a few at a time, first come, first served. Thread-safe. */
final class RenderQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RenderQueue.class);
    private static final int MOST_WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CANCELLED = EngineMessages.text("render.cancelled");

    private final EngineHome home;
    private final Storage storage;
    private final MediaStore media;
    private final OutputStore outputs;
    private final RenderStore renders;
    private final RenderService studio;
    private final Clock clock;
    private final ExecutorService workers;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    /** Final states of renders that a full disk kept from being saved: a client would otherwise wait for ever. */
    private final Map<String, RenderRecord> unsaved = new ConcurrentHashMap<>();

    RenderQueue(Stores stores, RenderService studio, int parallel, Clock clock) {
        this.home = stores.home();
        this.storage = stores.storage();
        this.media = stores.media();
        this.outputs = stores.outputs();
        this.renders = stores.renders();
        this.studio = studio;
        this.clock = clock;
        this.workers = Executors.newFixedThreadPool(parallel, DaemonThreads.named("retake-render"));
    }

    /** A render from submission to its end. */
    private static final class Job {
        private final Draft draft;
        private final Output output;
        private final Map<String, String> names;
        private final CancelSignal cancel = new CancelSignal();
        private volatile RenderRecord record;
        private volatile double percent = 5;

        Job(RenderRecord record, Draft draft, Output output, Map<String, String> names) {
            this.record = record;
            this.draft = draft;
            this.output = output;
            this.names = names;
        }
    }

    /** The status of a render: its record, and percent done. */
    record Status(RenderRecord record, double percent) {}

    /**
     * Takes a render. Its id has to be new.
     *
     * @param names what the session's media are called, by hash
     */
    Status submit(RenderRecord record, Draft draft, Output output, Map<String, String> names) throws IOException {
        if (jobs.size() >= MOST_WAITING) {
            throw ApiException.tooMany(
                    EngineMessages.text("render.many-waiting", MOST_WAITING), Duration.ofSeconds(30));
        }
        Job job = new Job(record, draft, output, names);
        if (jobs.putIfAbsent(record.id(), job) != null) {
            throw taken(record.id());
        }
        try {
            if (renders.find(record.id()).isPresent()) {
                throw taken(record.id());
            }
            renders.save(record);
            workers.execute(() -> run(job));
        } catch (IOException | RuntimeException | Error e) {
            jobs.remove(record.id());
            throw e;
        }
        return new Status(job.record, job.percent);
    }

    private static ApiException taken(String id) {
        return ApiException.http(409, EngineMessages.text("render.id-taken", id));
    }

    Optional<Status> status(String id) throws IOException {
        Job job = jobs.get(id);
        if (job != null) {
            return Optional.of(new Status(job.record, job.percent));
        }
        RenderRecord inMemory = unsaved.get(id);
        Optional<RenderRecord> record = inMemory == null ? renders.find(id) : Optional.of(inMemory);
        return record.map(each -> new Status(each, each.state() == RenderRecord.RenderPhase.COMPLETED ? 100 : 0));
    }

    /** Returns the receipt of a finished render; empty before it is finished, or once its file has been removed. */
    Optional<ObjectNode> receipt(RenderRecord record) throws IOException {
        return record.state() == RenderRecord.RenderPhase.COMPLETED ? outputs.receipt(record.key()) : Optional.empty();
    }

    /** Asks a render to stop; one that has ended stays as it is. */
    void cancel(String id) {
        Job job = jobs.get(id);
        if (job != null) {
            cancel(job);
        }
    }

    private void cancel(Job job) {
        job.cancel.cancel();
        synchronized (job) {
            if (job.record.state() == RenderRecord.RenderPhase.PENDING) {
                end(job, job.record.failed(CANCELLED, clock.instant()));
            }
        }
    }

    private static boolean begin(Job job) {
        synchronized (job) {
            boolean waiting = job.record.state() == RenderRecord.RenderPhase.PENDING;
            if (waiting) {
                job.record = job.record.processing();
            }
            return waiting;
        }
    }

    /** Marks renders as failed that an earlier process left unfinished: nobody will finish them. */
    void failUnfinished() throws IOException {
        for (RenderRecord record : renders.unfinished()) {
            renders.save(record.failed(EngineMessages.text("render.engine-stopped"), clock.instant()));
        }
    }

    private void run(Job job) {
        if (!begin(job)) {
            return;
        }
        try {
            make(job);
            end(job, job.record.completed(clock.instant()));
        } catch (IOException | RuntimeException | Error e) { // a render that is never over would be waited for for good
            if (!job.cancel.isCancelled()) {
                LOG.warn("Render {} failed", job.record.id(), e);
            }
            end(job, job.record.failed(job.cancel.isCancelled() ? CANCELLED : reason(e), clock.instant()));
        }
    }

    private String reason(Throwable e) {
        if (e instanceof EngineException) {
            return TerminalText.clean(String.valueOf(e.getMessage()));
        }
        return Room.wasMissing(e)
                ? EngineMessages.text(
                        "disk.export-again", new DiskErrors(home.data().root()).full())
                : TerminalText.clean(EngineMessages.text("render.broke-off", e));
    }

    private void end(Job job, RenderRecord ended) {
        try {
            renders.save(ended);
        } catch (IOException e) {
            LOG.error("The end of render {} could not be kept", ended.id(), e);
            unsaved.put(ended.id(), ended);
        }
        job.record = ended;
        job.percent = ended.state() == RenderRecord.RenderPhase.COMPLETED ? 100 : job.percent;
        jobs.remove(ended.id());
    }

    private void make(Job job) throws IOException {
        job.cancel.check(EngineMessages.text("render.the-render"));
        Set<String> hashes = RenderService.media(job.draft);
        try (Lease held = storage.hold(hashes.stream().map(media::folder).toList())
                .orElseThrow(() -> new EngineException(EngineMessages.text("render.medium-gone")))) {
            LOG.debug("{} holds {}", job.record.id(), held);
            Map<String, Path> files = new HashMap<>();
            for (String hash : hashes) {
                files.put(hash, media.locate(hash));
            }
            // Only now: media that changed since must not be answered with what they once gave.
            if (madeBefore(job.record.key())) {
                return;
            }
            render(job, files);
        }
    }

    private boolean madeBefore(String key) throws IOException {
        Optional<OutputStore.HeldOutput> before = outputs.find(key);
        before.ifPresent(OutputStore.HeldOutput::close);
        return before.isPresent();
    }

    private void render(Job job, Map<String, Path> files) throws IOException {
        storage.makeRoom(0);
        Path folder = home.newTemporary();
        try {
            Path target = folder.resolve("output." + job.record.extension());
            ObjectNode receipt = studio.render(new RenderWork(
                    job.draft,
                    job.output,
                    files,
                    job.names,
                    target,
                    percent -> job.percent = Math.max(job.percent, Math.min(99, percent)),
                    job.cancel));
            job.cancel.check(EngineMessages.text("render.the-render"));
            outputs.adopt(job.record.key(), target, job.record.extension(), receipt);
        } finally {
            Folders.delete(folder);
        }
    }

    /** Cancels waiting and running renders, and returns when they have stopped. */
    @Override
    public void close() {
        jobs.values().forEach(this::cancel);
        workers.shutdown();
        DaemonThreads.awaitEnd(workers, PATIENCE);
    }
}
