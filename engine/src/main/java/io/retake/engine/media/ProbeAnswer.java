package io.retake.engine.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.MediaException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ffprobe's JSON. */
final class ProbeAnswer {
    private static final Pattern RATIO = Pattern.compile("(\\d+)[/:](\\d+)");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,4}):(\\d\\d):(\\d\\d(?:\\.\\d+)?)");
    private static final Pattern DEEP = Pattern.compile("(?:p|gray|rgb|gbrp|gbrap|p0|p2|p4)(9|10|12|14|16)(?:le|be)$");
    /**
     * The longest lead of the sound over the picture that is cut off as a muxing artifact; a longer one is deliberate.
     */
    private static final Duration MOST_LEAD = Duration.ofMillis(500);

    private static final Set<String> INTERLACED = Set.of("tt", "bb", "tb", "bt");

    private final JsonNode root;
    private final String hash;
    private final String name;
    private final boolean picture;
    private final IntFunction<Duration> counted;

    /** @param counted how long a stream is by its packets, for a file that does not say it */
    ProbeAnswer(JsonNode root, String hash, String name, boolean picture, IntFunction<Duration> counted) {
        this.counted = counted;
        this.root = root;
        this.hash = hash;
        this.name = name;
        this.picture = picture;
    }

    /** Empty when there is neither picture nor sound that can be read. */
    Optional<MediaInfo> info() {
        Optional<JsonNode> videoStream = picture();
        List<AudioInfo> audio = sounds().stream().map(ProbeAnswer::audio).toList();
        if (videoStream.isEmpty() && audio.isEmpty()) {
            return Optional.empty();
        }
        Optional<VideoInfo> video = videoStream.map(this::video);
        String container = root.path("format").path("format_name").asText();
        Duration early = picture ? Duration.ZERO : early(video);
        boolean little = early.compareTo(MOST_LEAD) <= 0;
        Duration duration = picture ? Duration.ZERO : duration(videoStream).plus(little ? Duration.ZERO : early);
        return Optional.of(new MediaInfo(
                hash,
                name,
                kind(video, container),
                container,
                duration,
                video,
                audio,
                little ? early : Duration.ZERO,
                MediaEnds.UNKNOWN));
    }

    private Optional<JsonNode> picture() {
        return streams("video").stream()
                .filter(s -> s.path("disposition").path("attached_pic").asInt() == 0)
                .filter(s -> s.path("width").asInt() > 0 && s.path("height").asInt() > 0)
                .findFirst();
    }

    private List<JsonNode> sounds() {
        return streams("audio").stream()
                .filter(s ->
                        s.path("channels").asInt() > 0 && s.path("sample_rate").asInt() > 0)
                .toList();
    }

    /** Whether a picture could be decoded, where that was tried. */
    boolean hasFrames() {
        return !root.path("frames").isEmpty();
    }

    /** Returns the times that the file declares. */
    StreamTimes times(MediaInfo info) {
        JsonNode format = root.path("format");
        double begin = fraction(seconds(format.path("start_time")));
        double said = fraction(seconds(format.path("duration")));
        return new StreamTimes(
                info.container(),
                begin,
                begin + fraction(info.lead()),
                Math.max(said > 0 ? said : fraction(info.duration()), written(info.container())),
                picture().map(ProbeAnswer::track),
                sounds().stream().findFirst().map(ProbeAnswer::track));
    }

    /**
     * An AVI that is cut off says still how many frames it was to have; FFmpeg guesses its length from what is there.
     */
    private double written(String container) {
        return container.equals("avi")
                ? picture()
                        .map(s -> s.path("nb_frames").asLong()
                                / ratio(s.path("r_frame_rate").asText())
                                        .map(Rational::value)
                                        .orElse(Double.MAX_VALUE))
                        .orElse(0.0)
                : 0;
    }

    private static StreamTimes.Track track(JsonNode s) {
        Duration length = length(s);
        return new StreamTimes.Track(
                s.path("index").asInt(),
                fraction(seconds(s.path("start_time"))),
                length.isZero() ? Double.NaN : fraction(length));
    }

    private static double fraction(Duration time) {
        return time.toNanos() / 1e9;
    }

    /** Returns by how much the file begins before its picture. */
    private Duration early(Optional<VideoInfo> video) {
        Duration begins = seconds(root.path("format").path("start_time"));
        Duration early = video.map(v -> v.start().minus(begins)).orElse(Duration.ZERO);
        return early.isNegative() ? Duration.ZERO : early;
    }

    private MediaKind kind(Optional<VideoInfo> video, String container) {
        if (video.isEmpty()) {
            return MediaKind.AUDIO;
        }
        if (picture) {
            return MediaKind.IMAGE;
        }
        return container.equals("gif") || container.equals("apng") ? MediaKind.ANIMATION : MediaKind.VIDEO;
    }

    private Duration duration(Optional<JsonNode> video) {
        Duration whole = seconds(root.path("format").path("duration"));
        Duration ofPicture = video.map(ProbeAnswer::length).orElse(Duration.ZERO);
        Duration said = ofPicture.isZero() ? whole : ofPicture;
        Duration found = said.isZero() ? counted.apply(first(video)) : said;
        if (found.isZero()) {
            throw new MediaException(EngineMessages.text("media.no-length", SafeInput.shown(name)));
        }
        return found;
    }

    /** Returns the number of the stream whose length counts. */
    private int first(Optional<JsonNode> video) {
        return video.or(() -> sounds().stream().findFirst())
                .map(s -> s.path("index").asInt())
                .orElse(0);
    }

    /** Matroska says the end of each stream in a tag, to nanoseconds. */
    private static Duration length(JsonNode s) {
        Matcher end = CLOCK.matcher(s.path("tags").path("DURATION").asText());
        if (s.has("duration") || !end.matches()) {
            return seconds(s.path("duration"));
        }
        Duration minutes = Duration.ofHours(Long.parseLong(end.group(1))).plusMinutes(Long.parseLong(end.group(2)));
        Duration length = minutes.plusNanos(Math.round(Double.parseDouble(end.group(3)) * 1e6) * 1000)
                .minus(seconds(s.path("start_time")));
        return length.isNegative() ? Duration.ZERO : length;
    }

    private VideoInfo video(JsonNode s) {
        int width = s.path("width").asInt();
        int height = s.path("height").asInt();
        if ((long) width * height > SafeInput.MOST_PIXELS) {
            throw Probe.tooLarge(name, width + "x" + height);
        }
        Rational base = ratio(s.path("r_frame_rate").asText()).orElse(new Rational(25, 1));
        Rational rate = ratio(s.path("avg_frame_rate").asText()).orElse(base);
        String format = s.path("pix_fmt").asText("unknown");
        return new VideoInfo(
                s.path("codec_name").asText("unknown"),
                width,
                height,
                ratio(s.path("sample_aspect_ratio").asText()).orElse(Rational.ONE),
                rotation(s),
                format,
                depth(s, format),
                rate,
                Math.abs(base.value() - rate.value()) > 0.01 * rate.value(),
                s.has("nb_frames") ? OptionalLong.of(s.path("nb_frames").asLong()) : OptionalLong.empty(),
                color(s),
                INTERLACED.contains(s.path("field_order").asText()),
                seconds(s.path("start_time")));
    }

    private static VideoInfo.ColorTags color(JsonNode s) {
        return new VideoInfo.ColorTags(
                tag(s, "color_primaries"), tag(s, "color_transfer"), tag(s, "color_space"), tag(s, "color_range"));
    }

    private static Optional<String> tag(JsonNode s, String key) {
        String value = s.path(key).asText("");
        boolean says = !value.isEmpty() && !value.equals("unknown") && !value.equals("reserved");
        return says ? Optional.of(value) : Optional.empty();
    }

    private static int depth(JsonNode s, String format) {
        int said = s.path("bits_per_raw_sample").asInt(0);
        if (said > 0) {
            return said;
        }
        Matcher deep = DEEP.matcher(format);
        return deep.find() ? Integer.parseInt(deep.group(1)) : 8;
    }

    /** FFmpeg counts counter-clockwise (av_display_rotation_get); users and this program count clockwise. */
    private int rotation(JsonNode s) {
        for (JsonNode of : List.of(s, root.path("frames").path(0))) {
            for (JsonNode data : of.path("side_data_list")) {
                if (data.has("rotation")) {
                    long quarter = Math.round(-data.path("rotation").asDouble() / 90);
                    return Math.floorMod(quarter * 90, 360);
                }
            }
        }
        return 0;
    }

    private static AudioInfo audio(JsonNode s) {
        return new AudioInfo(
                s.path("codec_name").asText("unknown"),
                s.path("sample_rate").asInt(),
                s.path("channels").asInt(),
                seconds(s.path("start_time")));
    }

    private List<JsonNode> streams(String type) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode s : root.path("streams")) {
            if (s.path("codec_type").asText().equals(type)) {
                found.add(s);
            }
        }
        return found;
    }

    /** Parses seconds; zero when missing. A start may be negative. */
    private static Duration seconds(JsonNode value) {
        try {
            BigDecimal micros = new BigDecimal(value.asText("0")).movePointRight(6);
            return Duration.ofNanos(micros.setScale(0, RoundingMode.HALF_UP).longValue() * 1000);
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }

    private static Optional<Rational> ratio(String text) {
        Matcher found = RATIO.matcher(text);
        if (!found.matches() || found.group(1).equals("0") || found.group(2).equals("0")) {
            return Optional.empty();
        }
        return Optional.of(new Rational(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))));
    }
}
