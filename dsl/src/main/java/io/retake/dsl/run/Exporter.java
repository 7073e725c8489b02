package io.retake.dsl.run;

import io.retake.core.client.Cancellation;
import io.retake.core.client.ClientException;
import io.retake.core.client.DownloadedFile;
import io.retake.core.client.FinishedRender;
import io.retake.core.client.RenderListener;
import io.retake.core.client.RenderTicket;
import io.retake.core.draft.Draft;
import io.retake.core.edit.FrameSize;
import io.retake.core.edit.Moment;
import io.retake.core.edit.Times;
import io.retake.core.protocol.OutputFormat;
import io.retake.core.protocol.OutputPreset;
import io.retake.core.protocol.RenderStatus;
import io.retake.core.protocol.SessionRef;
import io.retake.dsl.DslException;
import io.retake.dsl.language.Film;
import io.retake.dsl.language.Receipt;
import io.retake.dsl.plan.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Renders a session's timeline and brings the file here. */
final class Exporter {
    private static final Duration FAREWELL = Duration.ofMillis(150);
    private final RunContext run;
    private @Nullable RenderTicket ticket;

    Exporter(RunContext run) {
        this.run = run;
    }

    /**
     * Makes the file.
     *
     * @param number the step's number, under which the render's id is written down
     * @param earlier the render that an interrupted run had submitted for this step
     */
    Film export(int number, SessionRef session, Step.Export step, Path target, Optional<String> earlier) {
        Draft draft = run.client()
                .state(session, run.cancellation)
                .draft()
                .filter(Draft::ready)
                .orElseThrow(() -> new DslException(
                        "there is nothing to export: the timeline is empty", "upload something first"));
        try {
            FinishedRender done = render(number, session, draft, step, earlier);
            String name = target.getFileName().toString();
            DownloadedFile file = run.client()
                    .download(
                            done,
                            target,
                            (what, bytes, total) -> progress(RunEvent.Activity.DOWNLOAD, name, bytes, total),
                            run.cancellation);
            run.names.made(file.path());
            Film film = new Film(
                    target,
                    file.bytes(),
                    length(draft, step),
                    step.format().extension(),
                    done.status().receipt().map(Receipt::new).orElse(null));
            new Delivery(run).check(film, step, output(step, draft), done.status());
            return film;
        } catch (ClientException.Cancelled cancelled) {
            stop();
            throw cancelled;
        }
    }

    private FinishedRender render(
            int number, SessionRef session, Draft draft, Step.Export step, Optional<String> earlier) {
        RenderListener listener = listener(number, step.format().extension());
        if (earlier.isPresent()) {
            RenderTicket known = new RenderTicket(session, earlier.get());
            try {
                ticket = known;
                listener.submitting(known);
                return run.client().await(known, listener, run.cancellation);
            } catch (ClientException.Cancelled cancelled) {
                throw cancelled;
            } catch (ClientException gone) {
                run.events.warn("The earlier render " + earlier.get() + " can't be picked up (" + gone.getMessage()
                        + "); it is rendered again.");
            }
        }
        return run.client().render(session, draft, output(step, draft), listener, run.cancellation);
    }

    private static Duration length(Draft draft, Step.Export step) {
        return step.format().isStill() ? Duration.ZERO : draft.duration();
    }

    /** What the backend is asked for: what a script leaves open is not said. */
    private static OutputFormat output(Step.Export step, Draft draft) {
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

    /** So many lines in the shape of the picture; lying 16:9 where nothing is known of it. */
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
                    "there is no picture at " + Times.write(at) + ": the timeline is " + Times.write(length) + " long",
                    "choose a moment between 0:00 and " + Times.write(length));
        }
        // At the end there is no picture any more: the last one is meant.
        return Math.max(0, Math.min(at.toMillis(), length.toMillis() - 1));
    }

    private RenderListener listener(int number, String format) {
        return new RenderListener() {
            @Override
            public void submitting(RenderTicket submitted) {
                ticket = submitted;
                run.journal.write("render", line -> line.put("step", number).put("renderId", submitted.renderId()));
            }

            @Override
            public void status(RenderTicket known, RenderStatus status) {
                OptionalDouble percent = status.progress();
                run.events.emit(new RunEvent.Progress(RunEvent.Activity.RENDER, format, percent, -1, -1));
            }

            @Override
            public void again(RenderTicket failed, String reason) {
                run.events.warn("The render failed (" + reason + "); it is tried once more.");
            }
        };
    }

    private void progress(RunEvent.Activity what, String name, long done, long total) {
        OptionalDouble percent = total > 0 ? OptionalDouble.of(100.0 * done / total) : OptionalDouble.empty();
        run.events.emit(new RunEvent.Progress(what, name, percent, done, total));
    }

    /** Asks the backend to stop; not in this thread, which is interrupted, and not for longer than a person waits. */
    private void stop() {
        RenderTicket known = ticket;
        if (known == null) {
            return;
        }
        Cancellation tired = new Cancellation();
        Thread farewell = new Thread(() -> run.client().cancel(known, tired), "retake-cancel");
        farewell.setUncaughtExceptionHandler((thread, unheard) -> tired.cancel());
        farewell.setDaemon(true);
        farewell.start();
        boolean interrupted = Thread.interrupted();
        try {
            farewell.join(FAREWELL.toMillis());
        } catch (InterruptedException again) {
            interrupted = true;
        }
        boolean stopped = !farewell.isAlive() && !tired.cancelled();
        tired.cancel();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!stopped && !run.connection.local()) {
            run.events.warn("The backend didn't confirm in time that render " + known.renderId()
                    + " is stopped: it may go on there. Pick it up with --resume.");
        }
    }
}
