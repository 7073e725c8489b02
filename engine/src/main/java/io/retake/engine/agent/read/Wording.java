package io.retake.engine.agent.read;

import io.retake.core.protocol.LocalPromise;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes from a message what asks for nothing: descriptions of the footage ("a 2-minute 480p interview recording" is the
 * video) and the promise that footage stays here. Everything else stays at its index, so that answers can quote the
 * message.
 */
public final class Wording {
    private static final String LENGTH =
            "[0-9]{1,4}(?:[.][0-9]{1,3})?[ -]?(?:minutes?|mins?|seconds?|secs?|hours?)(?:[ -]long)?";
    private static final String SIZE = "[0-9]{3,4}p|4k|low[- ]res(?:olution)?|low[- ]quality|standard[- ]definition";
    private static final String STATE = "old|older|local|downloaded|uploaded|existing|edited|finished"
            + "|(?:ai|machine|computer)[- ](?:generated|made)|generated|ai|synthetic|whole|entire";
    private static final String CONTENT =
            "archival|archive|vhs|raw|unedited|recorded|interview|wedding|lecture|podcast|holiday|vacation|family"
                    + "|birthday|travel|drone|phone|home|event|concert|webinar|meeting|gameplay|tutorial|promo|vlog";
    private static final String OF_ALL = "(?:(?:" + LENGTH + "|" + SIZE + "|" + STATE + ")(?:,?\\s{1,3}|-))";
    private static final String OF_ANY =
            "(?:(?:" + LENGTH + "|" + SIZE + "|" + STATE + "|" + CONTENT + ")(?:,?\\s{1,3}|-))";
    private static final String NOUN =
            "(?:video (?:clips|files?|recordings?|footage)|videos?|footage|recordings?|films?|movies?|media files|clips)";
    /** Before one of these words, a noun phrase is a result: "turn it into a 1080p video". */
    private static final String NOT_A_RESULT =
            "(?<!\\b(?:to|into|as|make|create|get|give me|want|need|have|add|insert|append|use|with) )";

    private static final String PLURALS =
            "(?:my|our)\\s{1,3}(?=(?:video )?(?:recordings|videos|movies|films|files)\\b)";
    private static final Pattern ENGLISH = english("(?:(?:this|my|our|the|an?)\\s{1,3}" + OF_ANY + "{1,6}+|(?:(?:"
            + STATE + "|" + CONTENT + ")\\s{1,3}){1,6}+|" + PLURALS + ")");
    /** Beside other clips "my drone footage" is some of them; "my old footage" and "a 2-minute interview recording" are all. */
    private static final Pattern ENGLISH_OF_SEVERAL =
            english("(?:(?:(?:this|my|our)\\s{1,3}|(?<=\\bre-?edit )the\\s{1,3})" + OF_ALL + "{1,6}+|an?\\s{1,3}"
                    + OF_ANY + "{1,6}+|" + PLURALS + ")");

    private static final String CHINESE_MY = "(?:我的|我们的)";
    private static final String CHINESE_THIS = "(?:这段|这个|这部|这条)的?";
    private static final String CHINESE_SOME = "(?<![下上第另每某哪这那任同])(?:一段|一个|一部)的?";
    private static final String CHINESE_STATE =
            "[0-9]{1,4}(?:[.][0-9]{1,3})?(?:分钟|秒钟|秒|小时)长?|[0-9]{3,4}[pP]|老|旧|低清|标清|低分辨率|本地|剪好|剪辑好|剪辑过"
                    + "|[aA][iI]\\s?生成|[aA][iI]|生成的";
    private static final String CHINESE_KIND = CHINESE_STATE + "|采访|访谈|婚礼|课程|讲座|会议|家庭|旅行|手持|航拍";
    private static final String CHINESE_FILM = "(?:视频文件|视频素材|视频(?!片段)|录像|录影|影片|片子|素材|成片|短片)";
    private static final String CHINESE_NOUN = "(?:" + CHINESE_FILM + "|视频片段|片段)";
    private static final String CHINESE_OF_ANY = "(?:(?:" + CHINESE_KIND + ")[的、]?){1,6}+";
    private static final String CHINESE_OF_ALL = "(?:(?:" + CHINESE_STATE + ")[的、]?){1,6}+";
    private static final String NO_RESULT = "(?<![成为到作制做加入怀陈仿])";
    /** 这个片段 and 下一个片段 are one of several, whatever stands between. */
    private static final Pattern CHINESE =
            Pattern.compile(NO_RESULT + "(?:(?:" + CHINESE_MY + "|(?<=重新剪辑))" + CHINESE_OF_ANY + CHINESE_NOUN + "|(?:"
                    + CHINESE_THIS + "|" + CHINESE_SOME + ")?" + CHINESE_OF_ANY + CHINESE_FILM + ")");

    private static final Pattern CHINESE_OF_SEVERAL = Pattern.compile(NO_RESULT + "(?:(?:" + CHINESE_MY + "|(?<=重新剪辑))"
            + CHINESE_OF_ALL + CHINESE_NOUN + "|" + CHINESE_THIS + CHINESE_OF_ALL + CHINESE_FILM + "|" + CHINESE_SOME
            + CHINESE_OF_ANY + CHINESE_FILM + "|本地的?" + CHINESE_FILM + ")");
    /** Restores a recording of few lines; of any other footage it may as well repair something. */
    private static final Pattern RESTORED =
            Pattern.compile("((?:[0-9]{3,4}[pP]|低清|标清|低分辨率)的?[^，。]{0,8}?" + CHINESE_FILM + ")修复");

    private static final Pattern FAULTY = Pattern.compile("(?:" + CHINESE_THIS + "|" + CHINESE_SOME + ")?(?:(?:"
            + CHINESE_KIND + ")[的、，]?){0,6}+有([^，。]{2,24}?)(?:的?问题)?的" + CHINESE_FILM);
    private static final Pattern QUOTED =
            Pattern.compile("\"[^\"]{0,200}\"|“[^“”]{0,200}”|「[^「」]{0,200}」|《[^《》]{0,200}》");

    private Wording() {}

    private static Pattern english(String described) {
        return Pattern.compile(NOT_A_RESULT + "\\b" + described + NOUN + "\\b", Pattern.CASE_INSENSITIVE);
    }

    /**
     * Returns the message without them, with the same length. A noun takes the place of a description, at its end, so
     * that the words around it are what they were.
     */
    public static String plain(String message, Surroundings surroundings) {
        if (message.length() > Reader.MOST_CHARACTERS) {
            return message;
        }
        boolean one = surroundings.clips() <= 1;
        String text = LocalPromise.blanked(message);
        text = replaced(FAULTY, text, found -> found.group(1) + " ".repeat(found.end() - found.end(1)));
        text = replaced(RESTORED, text, found -> found.group(1) + "重制");
        text = replaced(one ? CHINESE : CHINESE_OF_SEVERAL, text, found -> isOfClips(found, "片段") ? "片段" : "视频");
        return replaced(
                one ? ENGLISH : ENGLISH_OF_SEVERAL, text, found -> isOfClips(found, "clips") ? "clips" : "video");
    }

    private static boolean isOfClips(Matcher found, String noun) {
        return found.group().toLowerCase(Locale.ROOT).endsWith(noun);
    }

    private interface Replacement {
        String of(Matcher found);
    }

    private static String replaced(Pattern pattern, String text, Replacement replacement) {
        StringBuilder plain = new StringBuilder(text);
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            if (!isQuoted(text, found.start())) {
                String other = replacement.of(found);
                int length = found.end() - found.start();
                plain.replace(found.start(), found.end(), " ".repeat(length - other.length()) + other);
            }
        }
        return plain.toString();
    }

    private static boolean isQuoted(String text, int at) {
        return QUOTED.matcher(text).results().anyMatch(q -> q.start() < at && at < q.end());
    }
}
