package io.retake.dsl.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** Groovy's own messages, in words that help a person who doesn't know Groovy. */
final class StockMessages {
    private static final Pattern TAIL = Pattern.compile("(?<!\\s)\\s*+@ line \\d+, column \\d+\\.?\\s*+$");
    private static final Pattern UNRESOLVED = Pattern.compile("unable to resolve class (\\S+)");
    /** A number that its unit touches. */
    private static final Pattern UNIT = Pattern.compile(
            "(?<![\\w.])(?<number>\\d+(?:\\.\\d+)?)(?<unit>" + String.join("|", Words.UNITS) + "|%)(?!\\w)");
    /** Nobody mends more of them at a time. */
    private static final int MOST_UNITS = 50;

    private StockMessages() {}

    /** Adds what the compiler collected to what we found; at one place ours is kept. */
    static void add(ErrorCollector errors, ScriptSource source, Findings findings) {
        if (!errors.hasErrors()) {
            return;
        }
        for (Message message : errors.getErrors()) {
            if (message instanceof SyntaxErrorMessage error) {
                syntax(error.getCause(), source, findings);
            } else if (message instanceof ExceptionMessage thrown) {
                findings.add(0, 0, "the script can't be compiled: " + thrown.getCause(), "");
            } else {
                findings.add(0, 0, "the script can't be compiled", "");
            }
        }
    }

    private static void syntax(SyntaxException error, ScriptSource source, Findings findings) {
        String text = TAIL.matcher(String.valueOf(error.getOriginalMessage()))
                .replaceFirst("")
                .strip();
        int line = error.getLine();
        int column = error.getStartColumn();
        Matcher unresolved = UNRESOLVED.matcher(text);
        if (unresolved.find()) {
            findings.add(
                    line, column, "unknown type '" + unresolved.group(1) + "'", "check its spelling, or import it");
            return;
        }
        if (text.startsWith("[Static type checking] - ")) {
            findings.add(line, column, ours(text.substring("[Static type checking] - ".length())), "");
            return;
        }
        if (units(source, findings)) {
            return; // the parser says where it gave up, which is often far from there
        }
        findings.add(
                line,
                column,
                "this can't be read as a script: " + firstLine(text),
                "check quotes, brackets and commas here");
    }

    private static boolean units(ScriptSource source, Findings findings) {
        Matcher matcher = UNIT.matcher(PlainCode.of(source.text()));
        int found = 0;
        while (found < MOST_UNITS && matcher.find()) {
            found++;
            String number = matcher.group("number");
            String unit = matcher.group("unit");
            String before = source.text().substring(0, matcher.start());
            findings.add(
                    (int) before.lines().count() + (before.isEmpty() || before.endsWith("\n") ? 1 : 0),
                    before.length() - before.lastIndexOf('\n'),
                    "'" + matcher.group() + "' is no number",
                    "write " + number + "." + (unit.equals("%") ? "percent" : unit));
        }
        return found > 0;
    }

    private static String ours(String text) {
        return firstLine(text)
                .replace("java.lang.", "")
                .replace("java.util.", "")
                .replace("groovy.lang.", "")
                .replaceFirst("^The variable \\[(\\w+)] is undeclared\\.?", "unknown word '$1'");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}
