package io.retake.dsl.language;

/** The code of a script alone: what stands in texts and comments is blank, and everything is where it was. */
final class PlainCode {
    private final String text;
    private final StringBuilder code;

    private PlainCode(String text) {
        this.text = text;
        this.code = new StringBuilder(text);
    }

    /** Goes over the text once, whatever is in it. */
    static String of(String text) {
        PlainCode code = new PlainCode(text);
        int at = 0;
        while (at < text.length()) {
            int end = code.skipped(at);
            for (int i = at; i < end; i++) {
                if (text.charAt(i) != '\n') {
                    code.code.setCharAt(i, ' ');
                }
            }
            at = Math.max(end, at + 1);
        }
        return code.code.toString();
    }

    /** Where a text or a comment that begins here ends, which is at the end of all when nothing ends it. */
    private int skipped(int at) {
        if (text.startsWith("'''", at) || text.startsWith("\"\"\"", at)) {
            return after(text.substring(at, at + 3), at + 3);
        }
        if (text.startsWith("/*", at)) {
            return after("*/", at + 2);
        }
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        char quote = text.charAt(at);
        return quote == '\'' || quote == '"' ? line(at, quote) : at;
    }

    private int after(String mark, int from) {
        int end = text.indexOf(mark, from);
        return end < 0 ? text.length() : end + mark.length();
    }

    /** A text of one line; it ends with the line where its quote is missing. */
    private int line(int at, char quote) {
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), i < text.length() && text.charAt(i) == quote ? i + 1 : i);
    }
}
