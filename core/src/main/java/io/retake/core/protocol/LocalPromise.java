package io.retake.core.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition in a message that footage must not leave this machine: "without uploading to the cloud", 不要上传. The
 * embedded engine keeps it anyway; no other backend can.
 */
public final class LocalPromise {
    /** Characters; nothing longer is read as a message. */
    private static final int LONGEST = 5000;

    private static final String SENT =
            "(?:upload|uploading|send|sending)(?:\\s{1,3}(?:it|them|this|that|anything|any of it|my"
                    + " (?:video|videos|footage|files|clips)|the (?:video|videos|footage|files|clips)))?";
    private static final String PLACE =
            "(?:\\s{1,3}(?:to|into|in|onto)\\s{1,3}(?:the\\s{1,3}|a\\s{1,3}|any\\s{1,3})?(?:cloud|internet|web|server|servers))";
    private static final Pattern ENGLISH = Pattern.compile(
            "(?:,?\\s{0,2}\\b(?:and|but)\\b)?,?\\s{0,2}\\b(?:without|never|don't|do not|dont)\\s{1,3}(?:" + SENT + PLACE
                    + "?(?:\\s{1,3}anywhere)?|(?:using|touching)\\s{1,3}(?:the\\s{1,3}|a\\s{1,3}|any\\s{1,3})?cloud|(?:the|a|any)\\s{1,3}(?:cloud|upload))\\b"
                    + "|,?\\s{0,2}\\b(?:no|not in the|not to the)\\s{1,3}(?:cloud|cloud upload|upload|uploads|uploading)\\b\\s{0,3}(?=[.!,;]|$)"
                    + "|,?\\s{0,2}\\b(?:locally|offline|(?:only\\s{1,3})?on (?:this|my) (?:machine|computer|laptop|pc|mac))\\s{0,3}(?=[.!]{0,3}$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHINESE = Pattern.compile("[，,]?(?:并且|并|但是|但|且)?(?:在)?(?:不要|不用|无需|不必|不需要|不能|不|别|勿|请勿)"
            + "(?:把(?:它|视频|素材|文件))?(?:上传|传|发送|经过|使用|用)(?:视频|素材|文件|任何东西)?(?:到|至|上)?(?:云端|云上|云|网络|网上|服务器)?(?:的情况下|的前提下)?[，,]?"
            + "|[，,]?(?:全程|只|仅)?(?:在)?(?:本机|本地)(?:处理|完成|运行)(?=[。.！!]{0,3}$)");
    private static final Pattern CLOUD = Pattern.compile("上传|云|网|服务器|本机|本地");
    private static final Pattern QUOTED =
            Pattern.compile("\"[^\"]{0,200}\"|“[^“”]{0,200}”|'[^']{0,200}'|「[^「」]{0,200}」");

    private LocalPromise() {}

    /** Returns whether a message demands it. */
    public static boolean isIn(String message) {
        return words(message).isPresent();
    }

    /** Returns the words that demand it. */
    public static Optional<String> words(String message) {
        return places(message).stream()
                .findFirst()
                .map(place -> message.substring(place[0], place[1]).replaceAll("^[\\s,，]{1,9}|[\\s,，]{1,9}$", ""));
    }

    /** Returns the message with blanks in place of these words, so that everything else stays at its index. */
    public static String blanked(String message) {
        StringBuilder text = new StringBuilder(message);
        for (int[] place : places(message)) {
            text.replace(place[0], place[1], " ".repeat(place[1] - place[0]));
        }
        return text.toString();
    }

    private static List<int[]> places(String message) {
        if (message.length() > LONGEST) {
            return List.of();
        }
        List<int[]> quotes = all(QUOTED, message);
        List<int[]> places = new ArrayList<>(all(ENGLISH, message));
        all(CHINESE, message).stream()
                .filter(p -> CLOUD.matcher(message.substring(p[0], p[1])).find())
                .forEach(places::add);
        places.removeIf(p -> quotes.stream().anyMatch(q -> p[0] < q[1] && q[0] < p[1]));
        return List.copyOf(places);
    }

    private static List<int[]> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(r -> new int[] {r.start(), r.end()}).toList();
    }
}
