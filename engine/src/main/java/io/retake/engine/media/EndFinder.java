package io.retake.engine.media;

import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.media.check.FileCheck;
import io.retake.engine.process.Memory;
import io.retake.engine.process.ProcessFailure;
import io.retake.engine.process.ProcessJob;
import io.retake.engine.process.Processes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds where the data of a film or sound end. Most files say it, stream by stream; of the others, and of those that are
 * cut off, the last packets are read. Nothing is decoded, and a file is read through only where it has no index.
 */
final class EndFinder {
    /** The limit for all reads of a file together: one of the largest size and without an index takes some seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Read from this long before the end: more than most groups of pictures. */
    private static final double TAIL_SECONDS = 10;

    private static final double CLOSE_SECONDS = 4;

    private final FFmpeg ffmpeg;
    private final SafeInput input;
    private final FileCheck check;
    private final Memory memory;
    private final long deadline = System.nanoTime() + PATIENCE.toNanos();

    EndFinder(FFmpeg ffmpeg, SafeInput input, FileCheck check, Memory memory) {
        this.ffmpeg = ffmpeg;
        this.input = input;
        this.check = check;
        this.memory = memory;
    }

    /** @param streams what the file says of its streams */
    MediaEnds of(StreamTimes streams) {
        if (!check.cutOff() && streams.areExact()) {
            return ends(
                    streams,
                    streams.picture().map(StreamTimes.Track::end),
                    streams.sound().map(StreamTimes.Track::end));
        }
        try {
            PacketCount packets = tail(streams);
            return ends(
                    streams,
                    streams.picture().flatMap(s -> packets.end(s.index())),
                    streams.sound().flatMap(s -> packets.end(s.index())));
        } catch (ProcessFailure e) {
            // It could be opened, and is not refused because its end can't be found.
            return MediaEnds.UNKNOWN;
        }
    }

    private MediaEnds ends(StreamTimes streams, Optional<Double> picture, Optional<Double> sound) {
        return new MediaEnds(
                picture.map(streams::counted),
                sound.map(streams::counted),
                check.promised().or(() -> streams.whole(check.cutOff())),
                check.cutOff());
    }

    private PacketCount tail(StreamTimes streams) {
        double begin = streams.begin();
        double from = Math.max(begin, begin + streams.seconds() - TAIL_SECONDS);
        PacketCount packets = read(seconds(from) + "%");
        if (packets.isEmpty()) {
            from = lastReadable(begin, from);
            packets = read(seconds(from) + "%");
        }
        for (double earlier : List.of((begin + from) / 2, begin)) {
            if (packets.hasAll(streams.indexes())) {
                return packets;
            }
            packets = read(seconds(earlier) + "%");
        }
        return packets;
    }

    /** Finds a time shortly before the last packet, by bisection. */
    private double lastReadable(double begin, double end) {
        double readable = begin;
        double unreadable = end;
        while (unreadable - readable > CLOSE_SECONDS) {
            double middle = (readable + unreadable) / 2;
            if (read(seconds(middle) + "%+#1").isEmpty()) {
                unreadable = middle;
            } else {
                readable = middle;
            }
        }
        return readable;
    }

    private PacketCount read(String interval) {
        List<String> command = new ArrayList<>(List.of(ffmpeg.ffprobe().toString(), "-v", "error", "-hide_banner"));
        command.addAll(PacketCount.ARGUMENTS);
        command.addAll(List.of("-read_intervals", interval));
        command.addAll(input.arguments());
        PacketCount packets = new PacketCount();
        new Processes(ffmpeg.environment())
                .run(ProcessJob.of(command)
                        .withTimeout(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))
                        .withMemory(memory)
                        .withOutput(packets::read));
        return packets;
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
