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
    private static final Pattern TAIL = Pattern.compile("\\s*@ line \\d+, column \\d+\\.?\\s*$");
    private static final Pattern UNRESOLVED = Pattern.compile("unable to resolve class (\\S+)");
    private static final Pattern SIZE_LITERAL = Pattern.compile("(?<![\\w'\"])(\\d{3,4})p\\b");

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
        Matcher size = SIZE_LITERAL.matcher(source.line(line));
        if (!text.startsWith("[Static") && size.find()) {
            String lines = size.group(1);
            findings.add(
                    line,
                    size.start() + 1,
                    "'" + lines + "p' is no number",
                    "write " + lines + ".p or '" + lines + "p'");
            return;
        }
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
        findings.add(
                line,
                column,
                "this can't be read as a script: " + firstLine(text),
                "check quotes, brackets and commas here");
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
