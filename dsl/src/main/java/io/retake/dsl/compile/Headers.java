package io.retake.dsl.compile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the comment at the head of a script, which is its help text. */
final class Headers {
    private static final Pattern BLOCK = Pattern.compile("\\A(?:#![^\\n]*\\n)?\\s*/\\*+(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern LINES = Pattern.compile("\\A(?:#![^\\n]*\\n)?\\s*((?://[^\\n]*(?:\\n|\\z))+)");

    private Headers() {}

    static String text(String script) {
        String unix = script.replace("\r\n", "\n");
        Matcher block = BLOCK.matcher(unix);
        if (block.find()) {
            return stripped(block.group(1), "^\\s*\\*? ?");
        }
        Matcher lines = LINES.matcher(unix);
        return lines.find() ? stripped(lines.group(1), "^//+ ?") : "";
    }

    private static String stripped(String comment, String signs) {
        return comment.lines()
                .map(line -> line.replaceFirst(signs, "").stripTrailing())
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
