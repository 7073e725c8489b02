package io.retake.repl.shell.playback;

import io.retake.core.PrivateFiles;
import io.retake.core.client.RetakeClient;
import io.retake.core.client.http.Cancellation;
import io.retake.core.client.render.FinishedRender;
import io.retake.core.client.render.RenderListener;
import io.retake.core.client.transfer.TransferListener;
import io.retake.core.draft.Canvas;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Excerpt;
import io.retake.core.draft.Track;
import io.retake.core.protocol.OutputFormat;
import io.retake.core.protocol.RenderTicket;
import io.retake.core.protocol.SessionRef;
import io.retake.repl.view.timeline.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Renders parts of a timeline as small files for immediate playback. The backend caches them by content. */
public final class Preview {
    /** The first part is short, so that playback starts soon; the others are rendered during playback. */
    private static final Duration FIRST = Duration.ofSeconds(3);

    private static final Duration LATER = Duration.ofSeconds(8);
    private final RetakeClient client;
    private final SessionRef session;
    private final Draft draft;
    private final Cancellation cancellation;

    public Preview(RetakeClient client, SessionRef session, Draft draft, Cancellation cancellation) {
        this.client = client;
        this.session = session;
        this.draft = draft;
        this.cancellation = cancellation;
    }

    /** Renders a time range in a format, scaled to a width in pixels. */
    public void make(Window window, String format, int width, int fps, Path file) {
        double shape = draft.canvas().map(Preview::shape).orElse(9.0 / 16);
        int height = Math.max(16, 2 * (int) Math.round(width * shape / 2));
        boolean whole = window.from().isZero() && window.to().compareTo(draft.duration()) >= 0;
        Draft part = whole ? draft : Excerpt.of(draft, window.from(), window.to());
        OutputFormat small = OutputFormat.of(format)
                .withQuality("low")
                .with("width", width)
                .with("height", height)
                .with("fps", fps);
        Submitted submitted = new Submitted();
        Cancellation.Registration wish = cancellation.onCancel(submitted::cancel);
        try {
            FinishedRender made = client.render(session, part, small, submitted, cancellation);
            client.download(made, file, TransferListener.SILENT, cancellation);
            PrivateFiles.restrictIfPossible(file);
        } finally {
            wish.close();
        }
    }

    private static double shape(Canvas canvas) {
        return (double) canvas.height() / canvas.width();
    }

    /** Stops the render at the backend too, in a separate thread, because that takes a request. */
    private final class Submitted implements RenderListener {
        private final List<RenderTicket> tickets = new ArrayList<>();

        @Override
        public synchronized void submitting(RenderTicket ticket) {
            tickets.add(ticket);
        }

        synchronized void cancel() {
            List<RenderTicket> known = List.copyOf(tickets);
            Thread farewell = new Thread(
                    () -> known.forEach(ticket -> client.cancel(ticket, Cancellation.none())), "preview-cancel");
            farewell.setUncaughtExceptionHandler((thread, unheard) -> {});
            farewell.setDaemon(true);
            farewell.start();
        }
    }

    /** Splits a range into consecutive parts; never within a transition. */
    public static List<Window> parts(Draft draft, Window all) {
        List<Window> parts = new ArrayList<>();
        Duration from = all.from();
        Duration length = FIRST;
        while (from.compareTo(all.to()) < 0) {
            Duration to = before(draft, from, from.plus(length));
            boolean last = all.to().minus(to).compareTo(FIRST.dividedBy(2)) <= 0;
            parts.add(new Window(from, last ? all.to() : to));
            from = last ? all.to() : to;
            length = LATER;
        }
        return parts;
    }

    /** Returns the time, or the start of the transition that contains it. */
    private static Duration before(Draft draft, Duration from, Duration at) {
        return draft.tracks().stream()
                .map(Track::segments)
                .flatMap(Collection::stream)
                .filter(segment -> segment.blend()
                        .filter(blend -> segment.start().compareTo(at) < 0
                                && segment.start().plus(blend.duration()).compareTo(at) > 0
                                && segment.start().compareTo(from) > 0)
                        .isPresent())
                .map(segment -> segment.start())
                .min(Duration::compareTo)
                .orElse(at);
    }
}
