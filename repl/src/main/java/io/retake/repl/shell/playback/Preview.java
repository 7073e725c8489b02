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

/** Parts of a timeline as small files, for looking at once. The backend keeps what it has made by its content. */
public final class Preview {
    /** The first part is there soon, so that something is seen; the others are made while those before are played. */
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

    /** What is between two times, in that format, so many pixels wide. */
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

    /** A render that goes on at the backend is stopped there too; from a thread of its own, since that takes a call. */
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

    /** The parts in which a range is made, one after the other; none is cut within a transition. */
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

    /** That time, or the beginning of the transition that it is in. */
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
