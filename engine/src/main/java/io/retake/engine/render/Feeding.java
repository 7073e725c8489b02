package io.retake.engine.render;

import io.retake.core.PrivateFiles;
import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.CancelSignal;
import io.retake.engine.process.Folders;
import io.retake.engine.process.Memory;
import io.retake.engine.process.ProcessJob;
import io.retake.engine.process.Processes;
import io.retake.engine.render.graph.Feed;
import io.retake.engine.render.graph.Graph;
import io.retake.engine.render.timeline.RenderException;
import io.retake.engine.upscale.Upscaler;
import io.retake.engine.upscale.UpscalingRun;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Runs the feeds, each with a thread, a decoder and a socket that only this user can reach. A feed that fails ends the
 * run that it feeds; a run that ends ends its feeds.
 */
final class Feeding implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final long END_MILLIS = 10_000;

    /** The longest address of a socket, in bytes, on the strictest of systems. */
    private static final int LONGEST_ADDRESS = 100;

    private static final int BLOCK = 1 << 20;

    private final FFmpeg ffmpeg;
    private final Processes processes;
    private final Upscaler enlarger;
    private final Path folder;
    private final CancelSignal stop = new CancelSignal();
    private final AtomicReference<Optional<RuntimeException>> failure = new AtomicReference<>(Optional.empty());
    private final List<Thread> threads = new ArrayList<>();
    private final List<ServerSocketChannel> sockets = new ArrayList<>();
    private final List<Path> elsewhere = new ArrayList<>();
    private volatile boolean ended;

    private Feeding(FFmpeg ffmpeg, Processes processes, Upscaler enlarger, Path folder) {
        this.ffmpeg = ffmpeg;
        this.processes = processes;
        this.enlarger = enlarger;
        this.folder = folder;
    }

    /**
     * Runs what reads the feeds, between their beginning and their end.
     *
     * @param run gets the signal that ends it when a feed fails or the export is cancelled
     */
    static void during(
            Graph graph,
            FFmpeg ffmpeg,
            Processes processes,
            Optional<Upscaler> enlarger,
            Path folder,
            CancelSignal cancel,
            Consumer<CancelSignal> run) {
        if (graph.feeds().isEmpty()) {
            run.accept(cancel);
            return;
        }
        Upscaler network = enlarger.orElseThrow(Feeding::missing);
        try (Feeding feeding = new Feeding(ffmpeg, processes, network, folder)) {
            cancel.cancelWith(feeding.stop);
            feeding.begin(graph.feeds());
            feeding.run(run);
        } catch (IOException e) {
            throw new RenderException(EngineMessages.text("upscale.no-handover", folder, e.getMessage()), e);
        }
    }

    /** Runs; a feed's failure takes precedence over the failure of the run that it causes. */
    private void run(Consumer<CancelSignal> run) {
        try {
            run.accept(stop);
            ended = true;
        } catch (RuntimeException e) {
            throw failure.get().orElse(e);
        }
        failure.get().ifPresent(e -> {
            throw e;
        });
    }

    static RenderException missing() {
        return new RenderException(EngineMessages.text(
                "upscale.network-missing",
                io.retake.engine.upscale.Upscalers.trouble().orElse("")));
    }

    private void begin(List<Feed> feeds) throws IOException {
        for (int i = 0; i < feeds.size(); i++) {
            ServerSocketChannel server = listening(Feed.socket(i));
            String graph = Feed.socket(i) + ".txt";
            PrivateFiles.write(
                    folder.resolve(graph), feeds.get(i).filters().text().getBytes(StandardCharsets.UTF_8));
            Feed feed = feeds.get(i);
            Thread thread = new Thread(() -> feed(feed, graph, server), "retake-feed");
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /** Opens a socket in the working folder, or, if its path is too long, in a short folder that links to it. */
    private ServerSocketChannel listening(String name) throws IOException {
        Path place = folder.resolve(name);
        if (place.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_ADDRESS) {
            Path near = Files.createTempDirectory("retake");
            elsewhere.add(near);
            Files.createSymbolicLink(place, near.resolve(name));
            place = near.resolve(name);
        }
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        sockets.add(server);
        server.bind(UnixDomainSocketAddress.of(place));
        return server;
    }

    private void feed(Feed feed, String graph, ServerSocketChannel server) {
        AtomicBoolean gone = new AtomicBoolean();
        try (SocketChannel reader = server.accept()) {
            processes.run(ProcessJob.of(command(feed, graph))
                    .withTimeout(PATIENCE)
                    .withCancel(stop)
                    .withMemory(Memory.allForWork().forHelper())
                    .withDirectory(folder)
                    .withOutput(in -> pump(feed, in, reader, gone)));
        } catch (IOException e) {
            fail(new RenderException(EngineMessages.text("upscale.handover-failed", e.getMessage()), e));
        } catch (RuntimeException e) {
            // The decoder of a reader that has enough, or has failed and says so itself, ends with a broken pipe.
            if (!gone.get()) {
                fail(e);
            }
        }
    }

    private List<String> command(Feed feed, String graph) {
        List<String> command =
                new ArrayList<>(List.of(ffmpeg.ffmpeg().toString(), "-nostdin", "-hide_banner", "-v", "error"));
        command.addAll(feed.input());
        command.addAll(List.of("-/filter_complex", graph, "-map", "[fed]", "-fps_mode", "passthrough"));
        command.addAll(List.of("-frames:v", String.valueOf(feed.pictures()), "-f", "rawvideo", "pipe:1"));
        return command;
    }

    /** Pumps pictures until the medium ends or the reader has enough. */
    private void pump(Feed feed, InputStream decoded, SocketChannel reader, AtomicBoolean gone) throws IOException {
        byte[] picture = new byte[3 * feed.width() * feed.height()];
        byte[] twice = new byte[4 * picture.length];
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        try (UpscalingRun enlarging = enlarger.open(feed.width(), feed.height(), feed.thorough())) {
            for (long n = 0; decoded.readNBytes(picture, 0, picture.length) == picture.length; n++) {
                stop.check(EngineMessages.text("upscale.subject"));
                if (feed.isShown(n)) {
                    enlarging.enlarge(picture, twice);
                }
                hand(twice, block, reader, gone);
            }
        } catch (RuntimeException | Error e) {
            fail(
                    e instanceof RuntimeException known
                            ? known
                            : new RenderException(EngineMessages.text("upscale.failed", e), e));
            throw e;
        }
    }

    private static void hand(byte[] twice, ByteBuffer block, SocketChannel reader, AtomicBoolean gone)
            throws IOException {
        try {
            hand(twice, block, reader);
        } catch (IOException e) {
            gone.set(true);
            throw e;
        }
    }

    private static void hand(byte[] twice, ByteBuffer block, SocketChannel reader) throws IOException {
        for (int at = 0; at < twice.length; at += block.capacity()) {
            block.clear()
                    .put(twice, at, Math.min(block.capacity(), twice.length - at))
                    .flip();
            while (block.hasRemaining()) {
                reader.write(block);
            }
        }
    }

    private void fail(RuntimeException e) {
        if (!ended && !stop.isCancelled() && failure.compareAndSet(Optional.empty(), Optional.of(e))) {
            stop.cancel();
        }
    }

    @Override
    public void close() {
        ended = true;
        stop.cancel();
        for (ServerSocketChannel socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // Either way, nobody is listening any more.
            }
        }
        try {
            for (Thread thread : threads) {
                thread.join(END_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        elsewhere.forEach(Folders::deleteQuietly);
    }
}
