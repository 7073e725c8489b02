package io.retake.core.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Determines the intent of a user's sentence. A sentence is an export only when nothing in it says otherwise, so it
 * must consist of the words of its intent alone; one more word ("export the subtitles", "add the text Upload now",
 * "trim it and export") makes it a message, because the agent understands those and this class does not.
 */
public final class Routing {
    /** The maximum length of an intent; a longer sentence says more than the few words below. */
    private static final int LONGEST_INTENT = 160;

    private static final int LONGEST_FILES = 4096;

    private static final Set<String> EXPORT_VERBS = words("export render download save");
    private static final Set<String> EXPORT_WORDS = words("it this that everything the my our a an final finished whole"
            + " full entire edited complete result results video movie film clip project file cut version as to in into"
            + " with at for high higher highest low lowest medium best good quality resolution hd uhd fullhd 4k format still"
            + " picture frame sound audio " + String.join(" ", FileFormat.names()) + " "
            + String.join(" ", OutputPreset.words()) + " instagram link me us all of out again download fps");
    /** With the name of a format, or of files, they ask for a file: "convert it to webm", "convert my video files". */
    private static final Set<String> CONVERTING_VERBS = words("convert transcode reencode re-encode turn change make");

    private static final Set<String> CONVERTED =
            words("local video videos movie movies film films clip clips file files"
                    + " footage recording recordings these them uploaded existing please");
    private static final Set<String> FILES = words("file files videos movies films recordings");
    private static final Set<String> GIVING_VERBS = words("send give get hand share");
    private static final Set<String> THINGS_TO_GIVE =
            words("video movie film clip file mp4 mov result cut link export");
    private static final Set<String> CREDITS_NEEDED = words("credits credit balance quota");
    private static final Set<String> CREDITS_WORDS = words("how many much do i have has got left remaining remain what"
            + " what's whats is are there the my our your check show tell me us view see get account current available of"
            + " any still now total cost budget");
    private static final Set<String> STATE_NEEDED = words("status state tracks track timeline draft progress");
    private static final Set<String> STATE_WORDS = words("show list what what's whats which is are the my our me us"
            + " current currently on in see view display print get check of project session session's all look looks like"
            + " does how how's tell there this render export job video now going and clips segments have do i we you");
    private static final Set<String> UPLOAD_VERBS = words("upload import");
    private static final Set<String> FILE_VERBS = words("upload import add load attach use open");
    private static final Set<String> UPLOAD_WORDS = words("a an the my our some this these more another new file files"
            + " video videos clip clips footage media image images picture pictures photo photos audio song music from disk"
            + " computer here and");
    /** Roles in which a file is added; "add the music a.mp3" is an edit. */
    private static final Set<String> ROLES = words("music song");

    private static final Pattern POLITE_START = Pattern.compile("^(?:(?:please|pls|hey|hi|ok|okay|now|then|just|kindly"
            + "|and|so|great|perfect|good|thanks|yes|can you|could you|would you|will you|can i|could i|may i|let's|lets"
            + "|let us|go ahead and|i want to|i'd like to|i would like to|i want you to|i need to|i need you to|i want"
            + "|help me to|help me|time to|ready to|it's time to)\\b[,.!]?\\s*)++");
    private static final Pattern POLITE_END = Pattern.compile(
            "(?:[\\s,]+(?:please|pls|now|thanks|thank you|for me|right now|asap|already|today|if you can))+$");
    private static final Pattern CHINESE_START =
            Pattern.compile("^(?:请问|请你|请|麻烦你|麻烦|帮我|帮忙|给我|我想要|我想|我要|想要|可以|能不能|能否|能|现在|直接|好的|好|那就|那|，|,|\\s)++");
    private static final Pattern CHINESE_END = Pattern.compile("(?:吧|吗|呢|啊|呀|谢谢|好吗|可以吗|行吗|一下|了|，|,|\\s)+$");
    // The repetitions are possessive, so that a mismatch fails at once.
    private static final String CHINESE_VIDEO = "(?:这个|这段|我的|最终的|最终|最后的|成品|成片|视频|影片|片子|文件|项目|作品|它|结果|的|整个|全部)*+";
    private static final Pattern CHINESE_EXPORT = Pattern.compile("(?:把|将)?" + CHINESE_VIDEO
            + "(?:导出|下载|输出|渲染)(?:成|为|到|出来|下来)?(?:一个|个|一张|张|高清|超清|最高|最低|高|低|中等|画质|质量|格式|的|"
            + String.join("|", FileFormat.names())
            + "|[0-9]+[pk]|[0-9]+x[0-9]+|[0-9]+(?:fps|帧)|\\s)*+"
            + CHINESE_VIDEO + "(?:给我|出来|格式)?|(?:把|将)?" + CHINESE_VIDEO + "(?:发|传|交)(?:给)?我" + CHINESE_VIDEO);
    private static final String FORMATS = String.join("|", FileFormat.names());
    private static final Pattern CHINESE_CONVERSION = Pattern.compile("(?:把|将)?(?:这个|这段|这些|我的|本地|所有|全部|的|它们|它)*+"
            + "(?:视频文件|视频|影片|片子|文件|素材)?+(?:都|全部|全)?+(?:转换|转码|转|变|导出)(?:成|为)(?:一个|个)?+(?:[0-9]+p|高清|超清|的|\\s)*+(?:"
            + FORMATS + ")(?:格式|文件|视频|的)*+"
            + "|(?:转换|转码)(?:一下)?(?:这个|这段|这些|我的|本地|所有|全部|的)*+(?:视频文件|视频|影片|文件)"
            + "|(?:把|将)(?:这个|这段|这些|我的|本地|所有|全部|的)*+(?:视频文件|视频|影片|文件)(?:都|全部)?+(?:转换|转码)");
    private static final Pattern CHINESE_CREDITS =
            Pattern.compile("(?:查看|查询|查|看看|看|一下|显示|告诉我|我|的|还|有|剩余|剩下|剩|多少|几|个|账户|账号|当前|现在|目前|可用|是)*+(?:积分|余额|点数|额度)"
                    + "(?:还|有|剩余|剩下|剩|多少|几|个|是|够不够|够|查询|的)*+");
    private static final Pattern CHINESE_STATE =
            Pattern.compile("(?:查看|看看|看|显示|列出|展示|告诉我|当前|现在|目前|的|项目|视频|会话|我|有|哪些|什么|所有|全部|渲染|导出|上)*+"
                    + "(?:状态|轨道|时间线|时间轴|进度|草稿)(?:上|里|中|是|有|的|什么|哪些|怎么样|如何|怎样|样|内容|东西|轨道)*+");
    private static final Pattern CHINESE_UPLOAD =
            Pattern.compile("(?:上传|导入)(?:一个|一段|一些|这个|这些|我的|新的|新|视频|文件|素材|图片|照片|音频|音乐|和|的)*+");

    /** Matches Chinese, which has no spaces: 放大c.avi, 上传c.avi. The file's own name may be Chinese, too. */
    private static final Pattern GLUED = Pattern.compile("([\\p{IsHan}]{1,12}+)([A-Za-z0-9_][!-~]{2,200}+)");

    private static final Pattern GLUED_UPLOAD = Pattern.compile("(?:请|帮我|把|将)?+(?:上传|导入)(?:文件|视频|素材|音乐|图片)?+");
    private static final Pattern GLUED_EDIT =
            Pattern.compile("(?:请|帮我|给我)?+(?:把|将|给|对|只|仅)?+(?:放大|缩小|保留|留下|删除|删掉|去掉|移除|静音|消音|裁剪|剪掉|裁掉|调亮|提亮"
                    + "|调暗|降噪|去噪|加速|减速|稳定|防抖|锐化|旋转|翻转|倒放|淡入|淡出|复制|重复|循环|追加|拼接)|(?:请|帮我)?+(?:把|将|给|对|只要|只留)");

    private Routing() {}

    /** Returns the route of a sentence in English or Chinese. */
    public static Route of(String sentence) {
        String text = sentence.strip();
        if (text.length() <= LONGEST_FILES && isFile(text)) {
            return Route.UPLOAD;
        }
        if (text.length() > LONGEST_INTENT) {
            return Route.MESSAGE;
        }
        String chinese = unframed(text.toLowerCase(Locale.ROOT), CHINESE_START, CHINESE_END);
        Route route = chinese(chinese);
        return route != Route.MESSAGE ? route : english(text);
    }

    /** Returns the names and addresses of media in an upload sentence, in order. */
    public static List<String> files(String sentence) {
        String text = sentence.strip();
        if (isFile(text) && (isQuoted(text) || isPath(text))) {
            return List.of(isQuoted(text) ? text.substring(1, text.length() - 1) : text);
        }
        Matcher parts =
                Pattern.compile("\"([^\"]+)\"|'([^']+)'|([^\\s,，、'\"]+)").matcher(text);
        return parts.results()
                .map(part ->
                        part.group(1) != null ? part.group(1) : part.group(2) != null ? part.group(2) : part.group(3))
                .filter(Routing::isOneFile)
                .map(Routing::withoutVerb)
                .toList();
    }

    private static String withoutVerb(String word) {
        Matcher glued = GLUED.matcher(word);
        boolean verb = glued.matches() && GLUED_UPLOAD.matcher(glued.group(1)).matches();
        return verb && MediaType.ofName(glued.group(2)).isPresent() ? glued.group(2) : word;
    }

    private static Route english(String text) {
        String plain = unframed(text.toLowerCase(Locale.ROOT).replace('’', '\''), POLITE_START, POLITE_END);
        List<String> words = Arrays.stream(plain.split("\\s+"))
                .map(word -> isFile(word) ? word : word.replaceAll("^[,;:!?]+|[,.;:!?]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return Route.MESSAGE;
        }
        List<String> rest = words.subList(1, words.size());
        if (isExport(words.get(0), rest)) {
            return Route.EXPORT;
        }
        if (isUpload(words.get(0), rest)) {
            return Route.UPLOAD;
        }
        if (madeOf(words, CREDITS_NEEDED, CREDITS_WORDS)) {
            return Route.CREDITS;
        }
        return madeOf(words, STATE_NEEDED, STATE_WORDS) ? Route.STATE : Route.MESSAGE;
    }

    private static Route chinese(String text) {
        if (CHINESE_EXPORT.matcher(text).matches()
                || CHINESE_CONVERSION.matcher(text).matches()) {
            return Route.EXPORT;
        }
        if (CHINESE_CREDITS.matcher(text).matches()) {
            return Route.CREDITS;
        }
        if (CHINESE_STATE.matcher(text).matches()) {
            return Route.STATE;
        }
        String[] words = text.split("\\s+", 2);
        boolean upload = CHINESE_UPLOAD.matcher(words[0]).matches() && (words.length == 1 || isFile(words[1]));
        return upload ? Route.UPLOAD : Route.MESSAGE;
    }

    private static boolean isExport(String verb, List<String> rest) {
        boolean plain = rest.stream().allMatch(word -> EXPORT_WORDS.contains(word) || isMeasure(word));
        if (EXPORT_VERBS.contains(verb)) {
            // "save" alone may mean the state of the work; "save the video" does not.
            return plain && (!verb.equals("save") || rest.stream().anyMatch(THINGS_TO_GIVE::contains));
        }
        return isConversion(verb, rest)
                || (GIVING_VERBS.contains(verb) && plain && rest.stream().anyMatch(THINGS_TO_GIVE::contains));
    }

    private static boolean isConversion(String verb, List<String> rest) {
        boolean plain = rest.stream()
                .allMatch(word -> EXPORT_WORDS.contains(word) || CONVERTED.contains(word) || isMeasure(word));
        boolean format = rest.stream().anyMatch(word -> FileFormat.of(word).isPresent());
        boolean named = verb.equals("convert")
                && rest.stream().noneMatch(Routing::isMeasure)
                && rest.stream().anyMatch(FILES::contains);
        return CONVERTING_VERBS.contains(verb) && plain && (format || named);
    }

    private static boolean isUpload(String verb, List<String> rest) {
        boolean files = rest.stream().anyMatch(Routing::isFile);
        boolean plain = rest.stream().allMatch(word -> UPLOAD_WORDS.contains(word) || isFile(word));
        boolean edits = rest.stream().anyMatch(ROLES::contains);
        return plain && (UPLOAD_VERBS.contains(verb) || (files && !edits && FILE_VERBS.contains(verb)));
    }

    private static boolean madeOf(List<String> words, Set<String> needed, Set<String> allowed) {
        return words.stream().anyMatch(needed::contains)
                && words.stream().allMatch(word -> needed.contains(word) || allowed.contains(word));
    }

    /** Returns whether a text is one or several names or addresses of media, in quotes or not, and nothing else. */
    private static boolean isFile(String text) {
        if (text.isEmpty()) {
            return false;
        }
        boolean quoted = isQuoted(text);
        String name = quoted ? text.substring(1, text.length() - 1) : text;
        if (quoted || isPath(name)) {
            return MediaType.ofName(name).isPresent();
        }
        return Arrays.stream(name.split("[\\s,]+")).allMatch(Routing::isOneFile);
    }

    private static boolean isQuoted(String text) {
        return text.length() > 2
                && "'\"".indexOf(text.charAt(0)) >= 0
                && text.indexOf(text.charAt(0), 1) == text.length() - 1;
    }

    private static boolean isPath(String name) {
        return name.matches("(?:~?/|\\.{1,2}/|[A-Za-z]:[\\\\/]).*") && !name.contains(" /");
    }

    private static boolean isOneFile(String word) {
        Matcher glued = GLUED.matcher(word);
        if (glued.matches() && GLUED_EDIT.matcher(glued.group(1)).matches()) {
            return false;
        }
        String path = word.matches("(?i)https?://.*") ? word.split("[?#]", 2)[0] : word;
        return hasName(path) && MediaType.ofName(path).isPresent();
    }

    /** Returns whether a name precedes the extension: {@code a.mp4}, but not {@code .mp4} and not {@code ./.mp4}. */
    private static boolean hasName(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.'))).chars().anyMatch(c -> c != '.' && c != '/');
    }

    private static boolean isMeasure(String word) {
        return word.matches("[0-9]+(?:p|k|x[0-9]+)?|[0-9]+(?:\\.[0-9]+)?(?:fps)?");
    }

    private static String unframed(String text, Pattern start, Pattern end) {
        String open = text.replaceAll("[.!?。！？\\s]+$", "");
        return end.matcher(start.matcher(open).replaceFirst("")).replaceFirst("");
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
