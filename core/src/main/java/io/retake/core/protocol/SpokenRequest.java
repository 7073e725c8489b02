package io.retake.core.protocol;

import io.retake.core.vocabulary.InvalidEdit;
import io.retake.core.vocabulary.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that asks for an edit and then for a file: "trim it to 10 s and export it", "fix the jump cuts into a 1080p
 * MP4", 放大到1080p，然后导出. The agent only edits, and {@link Routing} takes only whole sentences for exports, so the two parts
 * are done one after the other.
 *
 * @param edit the message to the agent; the whole message if it asks for no file
 * @param export the export that follows it, which is a sentence for {@link SpokenExport}
 */
public record SpokenRequest(String edit, Optional<String> export) {
    /** Characters; a longer message is a text that happens to end like this. */
    private static final int LONGEST = 1000;

    private static final int LONGEST_EXPORT = 160;

    private static final String SIZE = "[0-9]{3,4}p|[248]k|uhd|full ?hd|hd";
    private static final String FORMAT = "mp4|mov|mkv|webm|gif";
    private static final String QUALITY = "high[- ]quality|low[- ]quality|final|finished|single|new";

    /** Words between an edit and an export that is a clause of its own. */
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:[,;.]\\s{0,3}|\\s{1,3})(?:and then|then|and finally|and also|and|finally)\\s{1,3}|[,;]\\s{0,3}|[.!]\\s{1,3}"
                    + "|[，。；、]?(?:然后再|然后|最后再|最后|接着|并且|并|再|之后)|[，。；]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INTO = Pattern.compile(
            "\\s{1,3}(?:into|to|as)\\s{1,3}(?:(?:an?|one)\\s{1,3})?((?:(?:" + SIZE + "|" + QUALITY
                    + "|[0-9]{1,3} ?fps)\\s{1,3}){0,4}(?:" + FORMAT
                    + "))(?:\\s{1,3}(?:file|video|film|movie|format)s?)?(\\s{1,3}(?:in|at)\\s{1,3}(?:" + SIZE + "))?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHINESE_INTO = Pattern.compile(
            "(?:成|为)(?:一个|一部|一段|一份)?\\s{0,3}((?:(?:" + SIZE + "|高清|超清|[0-9]{1,3} ?帧)\\s{0,3}的?\\s{0,3}){0,4}(?:"
                    + FORMAT + "))(?:格式)?的?(?:视频|影片|文件|成片)?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern END = Pattern.compile(
            "(?:[\\s,]{1,3}(?:please|thanks|thank you|for me)){0,2}[.!。！\\s]{0,4}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZES = Pattern.compile("(?<![a-z0-9])(?:" + SIZE + ")(?![a-z0-9])");
    /** Edits that are for a size: it belongs to both parts. */
    private static final Pattern RESIZES = Pattern.compile(
            "\\b(?:remaster|upscale|upres|enlarge|enhance|upsample)\\b|重制|放大|增强|超分|提升|[0-9]p.{0,12}修复$");

    private static final Pattern SIZED = Pattern.compile("\\b(?:to|into|at)\\s{1,3}(?:" + SIZE
            + "|[0-9]{2,5}x[0-9]{2,5})(?![a-z0-9])|(?:到|成|为)(?:" + SIZE + "|高清|超清)");

    /** Words after which anything may be a text to show: "add the title Cut and export". */
    private static final Pattern SHOWS = Pattern.compile(
            "\\b(?:title|text|caption|captions|subtitle|says|saying|reads|reading|words|called|named)\\b|标题|文字|字幕|写着|字样|写上",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ASKS = Pattern.compile(
            "^(?:how|why|what|when|where|which|should|do|does|did|is|are)\\b|怎么|如何|为什么|是否|能不能",
            Pattern.CASE_INSENSITIVE);

    /** Returns the two parts of a message, of which the second is often none. */
    public static SpokenRequest of(String message) {
        String text = message.strip();
        SpokenRequest whole = new SpokenRequest(message, Optional.empty());
        boolean one = text.length() > LONGEST
                || Routing.of(text) != Route.MESSAGE
                || ASKS.matcher(text).find()
                || isCanonical(text);
        if (one || (SHOWS.matcher(text).find() && text.chars().noneMatch(c -> "\"“'‘「".indexOf(c) >= 0))) {
            return whole;
        }
        return clause(text).or(() -> into(text)).orElse(whole);
    }

    private static boolean isCanonical(String text) {
        try {
            return Sentences.read(text).isPresent();
        } catch (InvalidEdit | IllegalArgumentException e) {
            return true;
        }
    }

    /** Finds an export at the end that is a clause of its own. */
    private static Optional<SpokenRequest> clause(String text) {
        Matcher between = BETWEEN.matcher(text);
        for (int from = 0; between.find(from); from = between.start() + 1) {
            String before = text.substring(0, between.start()).strip();
            String after = text.substring(between.end());
            boolean few = after.length() <= LONGEST_EXPORT && !before.isEmpty();
            if (few && !isInQuotes(before) && Routing.of(after) == Route.EXPORT) {
                return Optional.of(new SpokenRequest(before, Optional.of(after)));
            }
        }
        return Optional.empty();
    }

    /** Finds the file that an edit is to become. */
    private static Optional<SpokenRequest> into(String text) {
        String open = END.matcher(text).replaceFirst("");
        for (Pattern pattern : List.of(INTO, CHINESE_INTO)) {
            Matcher found = pattern.matcher(open);
            if (found.find() && found.start() > 0 && !isInQuotes(open.substring(0, found.start()))) {
                boolean chinese = pattern == CHINESE_INTO;
                String more = chinese || found.group(2) == null ? "" : found.group(2);
                String file =
                        found.group(1).replace("的", " ").replace("高清", "hd").replace("超清", "full hd") + more;
                String edit = open.substring(0, found.start());
                return Optional.of(new SpokenRequest(
                        sized(edit, file, chinese), Optional.of((chinese ? "导出 " : "export ") + file)));
            }
        }
        return Optional.empty();
    }

    /** Returns an edit with the size of the file, if it is one that needs a size and has none. */
    private static String sized(String edit, String file, boolean chinese) {
        String said = edit.toLowerCase(Locale.ROOT);
        Matcher size = SIZES.matcher(file.toLowerCase(Locale.ROOT));
        boolean needs = RESIZES.matcher(said).find() && !SIZED.matcher(said).find();
        return needs && size.find() ? edit + (chinese ? "到" : " to ") + size.group() : edit;
    }

    private static boolean isInQuotes(String before) {
        boolean open = before.chars().filter(c -> c == '"').count() % 2 == 1;
        return open
                || before.lastIndexOf('“') > before.lastIndexOf('”')
                || before.lastIndexOf('「') > before.lastIndexOf('」');
    }
}
