package io.retake.core.protocol;

import java.util.regex.Pattern;

/**
 * Distinguishes an instruction for a window ("click Export", "点击导出按钮") from content that uses the same words ("added a
 * click sound"): an instruction addresses the user, so it begins with the verb or with the lead-in to an imperative.
 */
final class GuiInstruction {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    private static final String WIDGET = "(?:button|panel|tab|menu|sidebar|side bar|toolbar|tool bar|icon|dialog|window"
            + "|slider|dropdown|drop-down|checkbox|toggle|corner|settings|page|library|inspector|timeline|editor)s?";
    private static final String LEAD = "^[\\s*_`>#•·\\-]*+(?:[0-9]{1,2}[.)]\\s*+)?[*_`]*+"
            + "(?:(?:please|now|next|finally|first|then|just|simply|also|again|alternatively|or|and|so|go ahead and"
            + "|feel free to|remember to|be sure to|make sure to|don't forget to|you (?:can|may|should|could|might|need to"
            + "|have to|must|will need to|'ll need to)|you'll need to|you can now|to do (?:so|this|that))[,:]?\\s+"
            + "(?:(?:now|also|always|just|simply|then|still)\\s+)*+)*+";
    private static final Pattern ORDER = Pattern.compile(
            LEAD
                    + "(?:(?:click|double-click|right-click|tap)\\b(?! (?:track|sound)s?\\b)"
                    + "|drag(?:\\b|-)|drop (?:it|them|the|your)\\b.*\\b(?:on|onto|into|in|to)\\b"
                    + "|(?:press|hit|push)\\s+(?:the\\b|on\\b|[A-Z_\\x00\"'“*]|play|export|space|enter)"
                    + "|(?:open|select|choose|pick|use|go to|navigate to|head (?:over )?to|switch to|visit|find|look for|see)"
                    + "\\b.*\\b" + WIDGET + "\\b"
                    + "|(?:preview|view|watch|review|check|see|play)\\b.*\\b(?:in|on)\\s+(?:the |your )?timeline\\b"
                    + "|(?:check|see|view|visit|manage|open|review|go to)\\s+(?:your |the )?(?:account|billing|subscription"
                    + "|plan)\\b)",
            FLAGS);
    private static final Pattern WHERE_IT_IS = Pattern.compile(
            "\\byou(?:'ll| will| can| should)?\\s+(?:find|see)\\b.*\\b(?:button|panel|tab|menu|sidebar|toolbar|icon)\\b"
                    + "|\\b(?:button|panel|tab|menu|icon)\\b.*\\b(?:is|are)\\s+(?:located\\s+|right\\s+)?(?:in|at|on)\\b"
                    + "|\\bby (?:clicking|tapping|pressing|dragging|opening)\\b.*",
            FLAGS);
    private static final String CHINESE_LEAD = "^[\\s*_`>#•·\\-]*+(?:[0-9]{1,2}[.、)）]\\s*+)?(?:请|您|你|可以|可|然后|再|接着|首先"
            + "|最后|现在|只需|只要|直接|就能|能|也|并|或者|之后|先|在(?!时间[线轴])[^，。点单双拖打]{0,12}(?:角|侧|边|上方|下方|栏|里|中|上))*+\\s*+";
    private static final Pattern CHINESE_ORDER = Pattern.compile(
            CHINESE_LEAD
                    + "(?:点击|单击|双击|点按|点选|拖拽|拖动|拖放|按下.*(?:按钮|键)|(?:打开|进入|切换到|选择).*(?:面板|菜单|窗口|设置|页面|按钮|标签|选项卡)"
                    + "|(?:在)?时间[线轴](?:上|中|里)?(?:预览|查看)|预览时间[线轴]|(?:查看|检查|前往).*(?:账户|账号|账单|订阅|套餐)"
                    + "|使用.*(?:按钮|面板))|^\\s*(?!我|已|为).*(?:点击|单击|拖拽|拖动).*(?:按钮|面板|菜单|图标|时间[线轴])",
            FLAGS);
    private static final String OPENING = "\"“「『《'";
    private static final String CLOSING = "\"”」』》'";

    /** The maximum length of an instruction; it also limits the work on hostile text. */
    private static final int LONGEST = 400;

    private GuiInstruction() {}

    static boolean is(String maskedClause) {
        if (maskedClause.length() > LONGEST) {
            return false;
        }
        return ORDER.matcher(maskedClause).find()
                || WHERE_IT_IS.matcher(maskedClause).find()
                || CHINESE_ORDER.matcher(maskedClause).find();
    }

    /** Returns the action for an instruction: the table of protocol.md. */
    static GuiTranslation.Action action(String clause) {
        if (has(clause, "\\bdrag|\\bdrop (?:it|them|the|your)|拖")) {
            return GuiTranslation.Action.EDIT;
        }
        if (has(clause, "\\bexport|\\bdownload|\\brender\\b|导出|下载")) {
            return GuiTranslation.Action.EXPORT;
        }
        if (has(clause, "\\bupload|\\bimport|上传|导入")) {
            return GuiTranslation.Action.UPLOAD;
        }
        if (has(clause, "\\baccount|\\bbilling|\\bsubscri|\\bcredits?\\b|\\bplan\\b|账[户号单]|积分|余额|订阅|套餐")) {
            return GuiTranslation.Action.CREDITS;
        }
        if (has(clause, "\\bpreview|\\bplay\\b|\\btimeline|预览|播放|时间[线轴]")) {
            return GuiTranslation.Action.SUMMARY;
        }
        boolean looks = has(clause, "\\bopen|\\bpanel|\\btab\\b|\\bgo to|\\bnavigate|\\bsidebar|打开|面板|进入|切换");
        return looks ? GuiTranslation.Action.STATE : GuiTranslation.Action.EDIT;
    }

    /** Masks quoted words, which are text or the name of a button, never an instruction of their own; keeps lengths. */
    static String mask(String text) {
        StringBuilder masked = new StringBuilder(text);
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            mask(text.substring(start, end), start, masked);
            start = end + 1;
        }
        return masked.toString();
    }

    /**
     * Masks the quotes of one line. Looks for the end of an unclosed quote only once, so that a line of nothing but
     * quotes takes linear time.
     */
    private static void mask(String line, int offset, StringBuilder masked) {
        boolean[] unclosed = new boolean[OPENING.length()];
        for (int i = 0; i < line.length(); i++) {
            int which = OPENING.indexOf(line.charAt(i));
            if (which < 0 || unclosed[which] || isInWord(line, i, i - 1)) {
                continue;
            }
            int end = line.indexOf(CLOSING.charAt(which), i + 1);
            unclosed[which] = end < 0;
            if (end > 0 && !isInWord(line, end, end + 1)) {
                for (int inside = i + 1; inside < end; inside++) {
                    masked.setCharAt(offset + inside, '_');
                }
                i = end;
            }
        }
    }

    /** Returns whether an apostrophe has a letter beside it, so that it is not a quote. */
    private static boolean isInWord(String line, int mark, int beside) {
        return line.charAt(mark) == '\''
                && beside >= 0
                && beside < line.length()
                && Character.isLetterOrDigit(line.charAt(beside));
    }

    private static boolean has(String clause, String pattern) {
        return Pattern.compile(pattern, FLAGS).matcher(clause).find();
    }
}
