package io.retake.engine.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.retake.core.JsonMappers;
import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.media.check.FileCheck;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.MediaException;
import io.retake.engine.process.Memory;
import io.retake.engine.process.ProcessFailure;
import io.retake.engine.process.ProcessJob;
import io.retake.engine.process.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Probes a media file: checks its structure first, then runs ffprobe with little memory and time.
 * Thread-safe.
 */
public final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The limit for reading a whole file without decoding it. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(10);

    /** The entries that {@link ProbeAnswer} reads, and no more: a hostile file can have a gigabyte of titles. */
    private static final String ENTRIES = "format=format_name,start_time,duration"
            + ":stream=index,codec_type,codec_name,width,height,sample_aspect_ratio,pix_fmt,r_frame_rate,avg_frame_rate,"
            + "nb_frames,field_order,start_time,duration,color_range,color_space,color_transfer,color_primaries,"
            + "bits_per_raw_sample,channels,sample_rate"
            + ":stream_tags=DURATION:stream_disposition=attached_pic:stream_side_data=rotation";

    /**
     * Entries of a still's first frame: its orientation is in Exif, and damage shows only once it is decoded.
     */
    private static final String FRAMES = ":frame=width:frame_side_data=rotation";

    private final FFmpeg ffmpeg;
    private final Processes processes;

    public Probe(FFmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
        this.processes = new Processes(ffmpeg.environment());
    }

    /**
     * Probes a file.
     *
     * @param hash the file's content hash, which the caller has
     * @param name the name that the user knows it by
     * @throws MediaException when it is missing, empty, damaged, no media, or larger than is safe to open
     */
    public MediaInfo of(Path file, String hash, String name) {
        SafeInput input = SafeInput.of(file, name);
        FileCheck check = checked(input, name);
        boolean still = input.isPicture() || check.pixels().isPresent();
        Memory memory = OpeningMemory.of(input.size(), check.pixels());
        OpeningFailure failure = new OpeningFailure(name, memory, still, PATIENCE);
        try {
            Processes.ProcessOutput said = processes.run(
                    ProcessJob.of(command(input, still)).withTimeout(PATIENCE).withMemory(memory));
            failure.check(said.stderr(), still);
            ProbeAnswer answer =
                    new ProbeAnswer(read(said.stdout()), hash, name, input.isPicture(), s -> counted(input, memory, s));
            MediaInfo info = answer.info().orElseThrow(() -> failure.empty(said.stderr()));
            if (still && !answer.hasFrames()) {
                throw failure.damaged();
            }
            return still ? info : info.withEnds(new EndFinder(ffmpeg, input, check, memory).of(answer.times(info)));
        } catch (ProcessFailure e) {
            throw failure.of(e);
        }
    }

    private static FileCheck checked(SafeInput input, String name) {
        try {
            FileCheck check = FileCheck.of(input.file(), name);
            check.refusal().ifPresent(why -> {
                throw new MediaException(SafeInput.shown(name) + " " + why);
            });
            if (check.pixels().orElse(0) > SafeInput.MOST_PIXELS) {
                throw tooLarge(name, check.pixels().getAsLong() / 1_000_000 + " million");
            }
            return check;
        } catch (IOException e) {
            throw new MediaException(EngineMessages.text("file.unreadable", SafeInput.shown(name)), e);
        }
    }

    static MediaException tooLarge(String name, String pixels) {
        return new MediaException(EngineMessages.text(
                "media.many-pixels", SafeInput.shown(name), pixels, SafeInput.MOST_PIXELS / 1_000_000));
    }

    private List<String> command(SafeInput input, boolean still) {
        List<String> command = new ArrayList<>(List.of(ffmpeg.ffprobe().toString(), "-v", "error", "-hide_banner"));
        command.addAll(List.of("-show_entries", still ? ENTRIES + FRAMES : ENTRIES, "-of", "json"));
        if (still) {
            command.addAll(List.of("-read_intervals", input.isPicture() ? "%+#1" : "%+#10"));
        }
        command.addAll(input.arguments());
        return command;
    }

    private Duration counted(SafeInput input, Memory memory, int stream) {
        List<String> command = new ArrayList<>(List.of(ffmpeg.ffprobe().toString(), "-v", "error", "-hide_banner"));
        command.addAll(PacketCount.ARGUMENTS);
        command.addAll(input.arguments());
        PacketCount packets = new PacketCount();
        processes.run(ProcessJob.of(command)
                .withTimeout(LONG_PATIENCE)
                .withMemory(memory)
                .withOutput(packets::read));
        return packets.length(stream);
    }

    private static JsonNode read(String answer) {
        try {
            return JsonMappers.PLAIN.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new MediaException(EngineMessages.text("media.odd-probe", e.getOriginalMessage()), e);
        }
    }
}
