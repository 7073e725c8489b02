package io.retake.core.protocol;

import io.retake.core.edit.value.FrameRate;
import io.retake.core.edit.value.FrameSize;
import io.retake.core.vocabulary.Notations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The request in a sentence that {@link Routing} takes for an export: "export it as webm in 720p at 30 fps", 导出 gif.
 *
 * @param kind a format of {@link FileFormat} or a platform of {@link OutputPreset}; mp4 unless given
 * @param quality high unless given
 * @param size the picture size, if given
 * @param fps the frame rate, if given
 */
public record SpokenExport(String kind, OutputQuality quality, Optional<FrameSize> size, Optional<FrameRate> fps) {
    private static final Pattern SIZE =
            Pattern.compile("(?<![a-z0-9])(\\d{2,4}p|\\d{2,4}x\\d{2,4}|[248]k|uhd|full ?hd|fullhd|hd)(?![a-z0-9])");
    private static final Pattern RATE = Pattern.compile("(?<![0-9.])(\\d{1,3}(?:\\.\\d{1,3})?) ?(?:fps|帧)");
    private static final Pattern CONVERTS =
            Pattern.compile("\\b(?:convert|transcode|reencode|re-encode)\\b|转换|转码|转成|转为");
    private static final Pattern FILES =
            Pattern.compile("\\b(?:files?|videos|movies|films|recordings|clips|them)\\b|文件|所有|全部|这些|它们|都");
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
    private static final Map<String, OutputQuality> QUALITIES = qualities();

    /** Parses a sentence; options that it does not mention have their defaults. */
    public static SpokenExport of(String sentence) {
        String text = sentence.toLowerCase(Locale.ROOT);
        return new SpokenExport(
                kind(text),
                QUALITIES.entrySet().stream()
                        .filter(e -> text.contains(e.getKey()))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse(OutputQuality.HIGH),
                first(SIZE, text).map(size -> Notations.SIZE.from(size.replace("fullhd", "full hd"))),
                first(RATE, text).map(rate -> new FrameRate(Double.parseDouble(rate))));
    }

    /** Returns whether it asks for a file for each uploaded one: "convert my video files to MP4". */
    public static boolean isOfEachFile(String sentence) {
        String text = sentence.toLowerCase(Locale.ROOT);
        return CONVERTS.matcher(text).find() && FILES.matcher(text).find();
    }

    private static String kind(String text) {
        List<String> words = WORD.matcher(text).results().map(r -> r.group()).toList();
        // A platform takes MP4: "an mp4 for TikTok" has the platform's size, and "a gif for TikTok" is a GIF.
        Optional<String> format =
                words.stream().filter(word -> FileFormat.of(word).isPresent()).findFirst();
        Optional<String> platform =
                words.stream().filter(word -> OutputPreset.of(word).isPresent()).findFirst();
        return format.filter(word -> !word.equals(FileFormat.MP4.extension()))
                .or(() -> platform)
                .or(() -> words.contains("instagram") ? Optional.of(OutputPreset.REELS.word()) : format)
                .orElseGet(() -> otherwise(words));
    }

    private static String otherwise(List<String> words) {
        if (words.contains("audio") || words.contains("sound")) {
            return FileFormat.MP3.extension();
        }
        boolean still = words.contains("still") || words.contains("frame") || words.contains("picture");
        return (still ? FileFormat.PNG : FileFormat.MP4).extension();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Map<String, OutputQuality> qualities() {
        Map<String, OutputQuality> words = new LinkedHashMap<>();
        words.put("low", OutputQuality.LOW);
        words.put("低", OutputQuality.LOW);
        words.put("medium", OutputQuality.MEDIUM);
        words.put("中等", OutputQuality.MEDIUM);
        return words;
    }
}
