package io.retake.engine.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds out what is in a media file, with ffprobe. Thread-safe. */
public final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** To read a whole file through, without decoding it. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(10);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FFmpeg ffmpeg;
    private final Processes processes;

    public Probe(FFmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
        this.processes = new Processes(ffmpeg.environment());
    }

    /**
     * Looks into a file.
     *
     * @param hash the file's content hash, which the caller has
     * @param name the name that a person knows it by
     * @throws MediaException when it is missing, empty, damaged, no media, or larger than is safe to open
     */
    public MediaInfo of(Path file, String hash, String name) {
        SafeInput input = SafeInput.of(file);
        List<String> command = new ArrayList<>(List.of(
                ffmpeg.ffprobe().toString(),
                "-v",
                "error",
                "-hide_banner",
                "-show_format",
                "-show_streams",
                "-of",
                "json"));
        if (input.isPicture()) {
            // How a photograph was held stands in it (Exif), and is known once it is decoded.
            command.addAll(List.of("-show_frames", "-read_intervals", "%+#1"));
        }
        command.addAll(input.arguments());
        try {
            Processes.Result said = processes.run(Job.of(command).withTimeout(PATIENCE));
            return new ProbeAnswer(read(said.stdout()), hash, name, input.isPicture(), () -> counted(input))
                    .info()
                    .orElseThrow(() -> new MediaException(shown(name) + " can't be used: "
                            + Causes.known(said.stderr()).orElse("it has neither picture nor sound")
                            + "."));
        } catch (ProcessFailure e) {
            String why = e.exitCode().isPresent()
                    ? Causes.explain(e.stderr(), e.exitCode().getAsInt())
                    : "it could not be read in " + PATIENCE.toSeconds() + " s";
            throw new MediaException(shown(name) + " can't be used: " + why + ".", e);
        }
    }

    private Duration counted(SafeInput input) {
        List<String> command = new ArrayList<>(List.of(ffmpeg.ffprobe().toString(), "-v", "error", "-hide_banner"));
        command.addAll(PacketCount.ARGUMENTS);
        command.addAll(input.arguments());
        PacketCount packets = new PacketCount();
        processes.run(Job.of(command).withTimeout(LONG_PATIENCE).withOutput(packets::read));
        return packets.length();
    }

    static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    private static JsonNode read(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new MediaException("ffprobe answered what is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
