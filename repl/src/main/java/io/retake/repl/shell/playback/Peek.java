package io.retake.repl.shell.playback;

import io.retake.core.PrivateFiles;
import io.retake.core.client.RetakeClient;
import io.retake.core.client.http.Cancellation;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.render.FinishedRender;
import io.retake.core.client.render.RenderListener;
import io.retake.core.client.transfer.TransferListener;
import io.retake.core.draft.Canvas;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Excerpt;
import io.retake.core.protocol.OutputFormat;
import io.retake.core.protocol.SessionRef;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.picture.Frame;
import io.retake.repl.view.picture.Peaks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Gets single pictures of a timeline, and the waveform of its sound, with renders as short as possible. */
public final class Peek {
    private final RetakeClient client;
    private final SessionRef session;
    private final Draft draft;
    private final Path folder;
    private final Cancellation cancellation;

    /** @param folder the folder for the files, which the caller deletes */
    public Peek(RetakeClient client, SessionRef session, Draft draft, Path folder, Cancellation cancellation) {
        this.cancellation = cancellation;
        this.client = client;
        this.session = session;
        this.draft = draft;
        this.folder = folder;
    }

    /** Renders the picture at a time, scaled to a width in pixels. */
    public Frame picture(Duration at, int width) {
        double shape = draft.canvas().map(Peek::shape).orElse(9.0 / 16);
        int height = Math.max(16, 2 * (int) Math.round(width * shape / 2));
        Path file = folder.resolve("peek-" + at.toMillis() + "-" + width + ".png");
        OutputFormat still = OutputFormat.of("png")
                .with("width", width)
                .with("height", height)
                .with("atMs", at.toMillis());
        fetch(draft, still, file);
        try {
            return new Frame(at, Files.readAllBytes(file), file);
        } catch (IOException e) {
            throw new CommandProblem(
                    ProgramMessages.text("picture.unreadable", String.valueOf(e.getMessage())),
                    ProgramMessages.text("picture.unreadable-advice", folder));
        }
    }

    private static double shape(Canvas canvas) {
        return (double) canvas.height() / canvas.width();
    }

    /** Returns the peaks of equal parts between two times; empty if there is no sound. */
    public List<Double> peaks(Duration from, Duration to, int count) {
        Path file = folder.resolve("peek-" + from.toMillis() + "-" + to.toMillis() + ".wav");
        try {
            fetch(Excerpt.of(draft, from, to), OutputFormat.of("wav"), file);
            return Peaks.of(file, count);
        } catch (ClientException.Refused | ClientException.RenderFailed silent) {
            return List.of(); // a timeline without sound can't be rendered as audio
        } finally {
            delete(file);
        }
    }

    private void fetch(Draft what, OutputFormat as, Path file) {
        FinishedRender made = client.render(session, what, as, RenderListener.SILENT, cancellation);
        client.download(made, file, TransferListener.SILENT, cancellation);
        PrivateFiles.restrictIfPossible(file);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            file.toFile().deleteOnExit();
        }
    }
}
