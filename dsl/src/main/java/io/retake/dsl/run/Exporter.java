package io.retake.dsl.run;

import io.retake.core.client.RetakeClient;
import io.retake.core.client.http.Cancellation;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.render.FinishedRender;
import io.retake.core.client.render.RenderListener;
import io.retake.core.client.transfer.DownloadedFile;
import io.retake.core.draft.Draft;
import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Times;
import io.retake.core.protocol.FileFormat;
import io.retake.core.protocol.OutputFormat;
import io.retake.core.protocol.OutputPreset;
import io.retake.core.protocol.RenderStatus;
import io.retake.core.protocol.RenderTicket;
import io.retake.core.protocol.SessionRef;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.journal.UnfinishedRender;
import io.retake.dsl.output.ClaimedOutput;
import io.retake.dsl.plan.Step;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.Film;
import io.retake.dsl.scope.FilmReceipt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Renders a session's timeline and downloads the file. */
final class Exporter {
    private static final Duration FAREWELL = Duration.ofMillis(150);
    private final RunContext run;
    private @Nullable RenderTicket ticket;

    Exporter(RunContext run) {
        this.run = run;
    }

    /**
     * Exports the file.
     *
     * @param call the step, under whose number the render's id is recorded
     * @param ready runs when the backend has the timeline: from then on it may change
     */
    Film export(StepCall call, Step.Export step, ClaimedOutput output, Runnable ready) {
        SessionRef session = call.session();
        Draft draft = run.client()
                .state(session, run.cancellation)
                .draft()
                .filter(Draft::ready)
                .orElseThrow(() -> new DslException(
                        ScriptMessages.text("export.empty"), ScriptMessages.text("export.empty-advice")));
        ready.run();
        try {
            RenderListener listener = listener(
                    call.entry(),
                    id -> UnfinishedRender.of(id, step, draft, output.path()),
                    step.format(),
                    UnfinishedRender.length(step, draft));
            FinishedRender done = render(listener, call, draft, step);
            Film film = fetch(
                    done,
                    output,
                    UnfinishedRender.length(step, draft),
                    step.format().extension());
            new DeliveryCheck(run).check(film, step, asked(step, draft), done.status());
            return film;
        } catch (ClientException.Cancelled cancelled) {
            stop();
            throw cancelled;
        }
    }

    /** Waits for a render of another process, and downloads its file. */
    Film pickUp(SessionRef session, UnfinishedRender render, ClaimedOutput output) {
        RenderTicket known = new RenderTicket(session, render.id());
        ticket = known;
        try {
            FinishedRender done = run.client().await(known, status(render.format(), render.length()), run.cancellation);
            return fetch(done, output, render.length(), render.format());
        } catch (ClientException.Cancelled cancelled) {
            stop();
            throw cancelled;
        }
    }

    private Film fetch(FinishedRender done, ClaimedOutput output, Duration length, String format) {
        Path wanted = output.path();
        String name = String.valueOf(wanted.getFileName());
        DownloadedFile file = run.client()
                .download(
                        done,
                        output,
                        (what, bytes, total) -> progress(RunEvent.Activity.DOWNLOAD, name, bytes, total),
                        run.cancellation);
        output.made();
        if (!output.path().equals(wanted)) {
            run.events.warn(
                    ScriptMessages.text("export.name-taken", name, output.path().getFileName()));
        }
        FilmReceipt receipt = done.status().receipt().map(FilmReceipt::new).orElse(null);
        return new Film(output.path(), file.bytes(), length, format, receipt);
    }

    private FinishedRender render(RenderListener listener, StepCall call, Draft draft, Step.Export step) {
        if (call.render().isPresent()) {
            RenderTicket known = new RenderTicket(call.session(), call.render().get());
            try {
                ticket = known;
                listener.submitting(known);
                return run.client().await(known, listener, run.cancellation);
            } catch (ClientException.Cancelled | ClientException.ConnectionLost unknown) {
                throw unknown; // the render may exist, and be paid for
            } catch (ClientException gone) {
                requireSame(call, step);
                run.events.warn(ScriptMessages.text("resume.render-gone", known.renderId(), gone.getMessage()));
            }
        }
        requireSame(call, step);
        return run.client().render(call.session(), draft, asked(step, draft), listener, run.cancellation);
    }

    /**
     * Rejects a session that was edited since an interrupted run made the film: it would give another film under its
     * name.
     */
    private static void requireSame(StepCall call, Step.Export step) {
        if (call.arrived()) {
            throw new DslException(
                    ScriptMessages.text("resume.edited-since", step.text()),
                    ScriptMessages.text("resume.edited-since-advice"));
        }
    }

    /** Returns the requested output; omits options that the script leaves open. */
    private static OutputFormat asked(Step.Export step, Draft draft) {
        OutputFormat output = OutputFormat.of(step.format().extension())
                .withQuality(step.quality().word());
        Optional<OutputPreset> preset = OutputPreset.of(step.kind());
        if (preset.isPresent()) {
            output = output.with("preset", preset.get().word());
        }
        if (step.size().isPresent()) {
            FrameSize.Pixels size = pixels(step.size().get(), draft, preset);
            output = output.with("width", size.width()).with("height", size.height());
        }
        if (step.fps().isPresent()) {
            output = output.with("fps", step.fps().get().value());
        }
        if (step.under().isPresent()) {
            output = output.with("maxBytes", step.under().get());
        }
        return step.format().isStill() ? output.with("atMs", moment(step, draft)) : output;
    }

    /** Converts lines to pixels in the shape of the picture; landscape 16:9 where that is unknown. */
    private static FrameSize.Pixels pixels(FrameSize size, Draft draft, Optional<OutputPreset> preset) {
        if (size instanceof FrameSize.Pixels pixels) {
            return pixels;
        }
        Optional<FrameSize.Pixels> shape = preset.map(p -> new FrameSize.Pixels(p.width(), p.height()))
                .or(() -> draft.canvas().map(c -> new FrameSize.Pixels(c.width(), c.height())));
        return ((FrameSize.Lines) size).in(shape.orElse(new FrameSize.Pixels(1920, 1080)));
    }

    private static long moment(Step.Export step, Draft draft) {
        Duration length = draft.duration();
        Duration at = step.at().orElse(Moment.START).on(length);
        if (at.isNegative() || at.compareTo(length) > 0) {
            throw new DslException(
                    ScriptMessages.text("frame.past-end", Times.write(at), Times.write(length)),
                    ScriptMessages.text("frame.past-end-advice", Times.write(length)));
        }
        // There is no picture at the very end: use the last one.
        return Math.max(0, Math.min(at.toMillis(), length.toMillis() - 1));
    }

    /**
     * Reports the progress of a render.
     *
     * @param length of the film; zero for a still
     */
    private RenderListener status(String format, Duration length) {
        return new RenderListener() {
            @Override
            public void status(RenderTicket known, RenderStatus status) {
                OptionalDouble percent = status.progress();
                boolean counted = percent.isPresent() && !length.isZero();
                long total = counted ? length.toMillis() : -1;
                long done = counted ? Math.round(total * percent.getAsDouble() / 100) : -1;
                run.events.emit(new RunEvent.Progress(RunEvent.Activity.RENDER, format, percent, done, total));
            }
        };
    }

    private RenderListener listener(
            int number, Function<String, UnfinishedRender> written, FileFormat format, Duration length) {
        RenderListener shown = status(format.extension(), length);
        return new RenderListener() {
            @Override
            public void submitting(RenderTicket submitted) {
                ticket = submitted;
                run.journal.write(
                        "render", line -> written.apply(submitted.renderId()).write(line.put("step", number)));
            }

            @Override
            public void status(RenderTicket known, RenderStatus status) {
                shown.status(known, status);
            }

            @Override
            public void again(RenderTicket failed, String reason) {
                run.events.warn(ScriptMessages.text("render.retried", reason));
            }
        };
    }

    private void progress(RunEvent.Activity what, String name, long done, long total) {
        OptionalDouble percent = total > 0 ? OptionalDouble.of(100.0 * done / total) : OptionalDouble.empty();
        run.events.emit(new RunEvent.Progress(what, name, percent, done, total));
    }

    /**
     * Asks the backend to stop; in another thread, because this one is interrupted, and only for as long as users wait.
     */
    private void stop() {
        RenderTicket known = ticket;
        if (known == null || run.abandoned()) {
            return;
        }
        Cancellation tired = new Cancellation();
        RetakeClient client = run.client(); // this thread's: the other thread has no recipe
        Thread farewell = new Thread(() -> client.cancel(known, tired), "retake-cancel");
        farewell.setUncaughtExceptionHandler((thread, unheard) -> tired.cancel());
        farewell.setDaemon(true);
        farewell.start();
        boolean interrupted = awaitEnd(farewell);
        boolean stopped = !farewell.isAlive() && !tired.cancelled();
        tired.cancel();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!stopped && !run.connection.local()) {
            run.events.warn(ScriptMessages.text("render.not-stopped", known.renderId()));
        }
    }

    /**
     * Waits for a thread, but never longer than users do. Ignores interrupts: the one from the cancellation may arrive
     * only now, and would prevent the request to the backend.
     *
     * @return whether there was an interrupt, to be restored
     */
    private static boolean awaitEnd(Thread thread) {
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + FAREWELL.toNanos();
        for (long left = FAREWELL.toNanos(); thread.isAlive() && left > 0; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.timedJoin(thread, left);
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
