package io.retake.dsl.check;

import io.retake.dsl.problem.Diagnostics;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** Translates Groovy's own messages for users who don't know Groovy. */
public final class StockMessages {
    private static final Pattern TAIL = Pattern.compile("(?<!\\s)\\s*+@ line \\d+, column \\d+\\.?\\s*+$");
    private static final Pattern UNRESOLVED = Pattern.compile("unable to resolve class (\\S+)");

    private StockMessages() {}

    /** Adds the compiler's errors to our findings; at the same place ours take precedence. */
    public static void add(ErrorCollector errors, ScriptUnit script) {
        if (!errors.hasErrors()) {
            return;
        }
        for (Message message : errors.getErrors()) {
            if (message instanceof SyntaxErrorMessage error) {
                semantic(error.getCause(), script);
            } else if (message instanceof ExceptionMessage thrown) {
                CompilerFault.add(thrown.getCause(), script);
            } else {
                script.findings.add(0, 0, ScriptMessages.text("compile.unknown-fault"), "");
            }
        }
    }

    private static void semantic(SyntaxException error, ScriptUnit script) {
        Diagnostics findings = script.findings;
        String text = TAIL.matcher(String.valueOf(error.getOriginalMessage()))
                .replaceFirst("")
                .strip();
        ASTNode near = error.getLine() < 1 ? script.compiling : null;
        int line = near == null ? error.getLine() : near.getLineNumber();
        int column = near == null ? error.getStartColumn() : near.getColumnNumber();
        Matcher unresolved = UNRESOLVED.matcher(text);
        if (unresolved.find()) {
            unresolved(unresolved.group(1), line, column, findings);
        } else if (text.startsWith("[Static type checking] - ")) {
            findings.add(line, column, ours(text.substring("[Static type checking] - ".length())), "");
        } else {
            findings.add(line, column, ours(text), "");
        }
    }

    /** Explains {@code trim to = 2.s}, which declares a variable of a type {@code trim}. */
    private static void unresolved(String type, int line, int column, Diagnostics findings) {
        if (Words.statements().contains(type)) {
            findings.add(
                    line,
                    column,
                    ScriptMessages.text("type.declaration", type),
                    ScriptMessages.text("type.declaration-advice", Words.example(type)));
        } else {
            findings.add(
                    line,
                    column,
                    ScriptMessages.text("type.unknown", type),
                    ScriptMessages.text("type.unknown-advice"));
        }
    }

    private static String ours(String text) {
        return firstLine(text)
                .replace("java.lang.", "")
                .replace("java.util.", "")
                .replace("groovy.lang.", "")
                .replaceFirst(
                        "^The variable \\[(\\w+)] is undeclared\\.?", ScriptMessages.text("word.unknown", "$1", ""));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}
