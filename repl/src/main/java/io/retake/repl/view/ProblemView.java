package io.retake.repl.view;

import io.retake.core.protocol.TerminalText;
import io.retake.dsl.problem.Problem;
import io.retake.repl.message.ProgramMessages;
import java.io.PrintStream;
import java.util.List;

/**
 * Prints problems of a script in the format of compilers, so that editors can jump to them:
 *
 * <pre>
 * card.groovy:3:5: unknown verb 'fad' here; did you mean 'fade'?
 *     fad in: 2.s
 *     ^
 * </pre>
 */
public final class ProblemView {
    private static final String INDENT = "    ";

    private final PrintStream stream;
    private final Theme theme;

    /** Prints to a stream in a theme. */
    public ProblemView(PrintStream stream, Theme theme) {
        this.stream = stream;
        this.theme = theme;
    }

    /** Prints problems in the given order. */
    public void show(List<Problem> problems) {
        problems.forEach(problem -> show(problem, ""));
    }

    /** Prints warnings in the given order. */
    public void warn(List<Problem> warnings) {
        warnings.forEach(warning -> show(warning, theme.paint(Role.WARNING, ProgramMessages.text("prefix.warning"))));
    }

    private void show(Problem problem, String kind) {
        stream.println(theme.paint(Role.EMPHASIS, place(problem)) + " " + kind + TerminalText.clean(problem.message()));
        String source = TerminalText.clean(problem.source()).stripTrailing();
        if (!source.isBlank()) {
            int indent = source.length() - source.stripLeading().length();
            stream.println(INDENT + source.substring(indent));
            if (problem.column() > 0) {
                String before =
                        source.substring(indent, Math.max(indent, Math.min(source.length(), problem.column() - 1)));
                stream.println(INDENT + blank(before) + theme.paint(Role.BAD, "^"));
            }
        }
        if (!problem.advice().isBlank()) {
            TerminalText.clean(problem.advice())
                    .lines()
                    .forEach(line -> stream.println("  " + theme.paint(Role.ASIDE, line)));
        }
    }

    private static String place(Problem problem) {
        String line = problem.line() > 0 ? ":" + problem.line() : "";
        String column = problem.line() > 0 && problem.column() > 0 ? ":" + problem.column() : "";
        return TerminalText.clean(problem.script()) + line + column + ":";
    }

    /** Returns blanks as wide as the text: a tab stays a tab, a Chinese character becomes two spaces. */
    private static String blank(String text) {
        StringBuilder blank = new StringBuilder();
        text.codePoints()
                .forEach(c -> blank.append(c == '\t' ? "\t" : " ".repeat(Columns.width(Character.toString(c)))));
        return blank.toString();
    }
}
