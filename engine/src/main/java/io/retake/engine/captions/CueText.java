package io.retake.engine.captions;

import io.retake.core.edit.value.Position;
import io.retake.core.protocol.TerminalText;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strips the markup in cues: the position is kept, the style is dropped, and no markup is drawn. */
final class CueText {
    /**
     * WebVTT, section 4.2.2: anything between angle brackets is a tag, a time stamp included. Here and below an opening
     * bracket ends what another one opened, so that a line of nothing but brackets is read once.
     */
    private static final Pattern VTT_TAG = Pattern.compile("<[^<>\\n]*+>");
    /** SubRip has no specification: these are what players know. "I <3 you" is a text. */
    private static final Pattern SRT_TAG =
            Pattern.compile("</?(?:i|b|u|s|em|strong|font|c|v)(?:[ .=][^<>\\n]*+)?>", Pattern.CASE_INSENSITIVE);
    /** Overrides that some programs write into SubRip: {\an8}, {\i1}, {\pos(1,2)}. */
    private static final Pattern OVERRIDE = Pattern.compile("\\{\\\\[^{}\\n]*+}");

    private static final Pattern ALIGNED = Pattern.compile("\\{\\\\an?([1-9])}");
    private static final Pattern ENTITY = Pattern.compile("&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "nbsp", "\u00a0", "lrm", "\u200e", "rlm", "\u200f", "quot", "\"");
    private static final Pattern LINE = Pattern.compile("(?:^|\\s)line:(-?[0-9]{1,4})(?:\\.[0-9]+)?(%?)");

    private CueText() {}

    static String ofSrt(String raw) {
        return tidy(OVERRIDE.matcher(SRT_TAG.matcher(raw).replaceAll("")).replaceAll(""));
    }

    static String ofVtt(String raw) {
        return tidy(ENTITY.matcher(VTT_TAG.matcher(raw).replaceAll(""))
                .replaceAll(m -> Matcher.quoteReplacement(character(m.group(1)).orElse(m.group()))));
    }

    /** Reads a position in numeric keypad notation: 7 to 9 at the top, 4 to 6 in the middle. */
    static Optional<Position> aligned(String raw) {
        Matcher matcher = ALIGNED.matcher(raw);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int key = matcher.group(1).charAt(0) - '0';
        return Optional.of(key >= 7 ? Position.TOP : key >= 4 ? Position.CENTER : Position.BOTTOM);
    }

    /** The upper half of the picture: {@code line:0} (counted from the top) or {@code line:10%}. */
    static Optional<Position> placed(String settings) {
        Matcher matcher = LINE.matcher(settings);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int value = Integer.parseInt(matcher.group(1));
        int most = matcher.group(2).isEmpty() ? 7 : 49;
        return value >= 0 && value <= most ? Optional.of(Position.TOP) : Optional.empty();
    }

    private static Optional<String> character(String name) {
        if (!name.startsWith("#")) {
            return Optional.ofNullable(ENTITIES.get(name));
        }
        boolean hex = name.startsWith("#x");
        int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        boolean real = Character.isValidCodePoint(code) && (code < 0xd800 || code > 0xdfff);
        return real ? Optional.of(Character.toString(code)) : Optional.empty();
    }

    /** Removes empty lines, blanks around lines and control characters, and replaces NUL as WebVTT requires. */
    private static String tidy(String text) {
        StringBuilder lines = new StringBuilder();
        TerminalText.clean(text.replace('\u0000', '\ufffd'))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.append(lines.isEmpty() ? "" : "\n").append(line));
        return lines.toString();
    }
}
