package io.retake.engine.filter;

/**
 * Writes values so that FFmpeg reads them unchanged. FFmpeg unescapes twice: the graph's parser splits filters from one
 * another and removes one level of quotes and backslashes, then the filter's parser splits its arguments and removes
 * another (FFmpeg's manual, "Notes on filtergraph escaping").
 */
final class FilterEscaping {
    private static final String IN_ARGUMENTS = "\\':";
    private static final String IN_GRAPH = "\\'[],;";
    private static final String BLANKS = " \n\t\r";

    private FilterEscaping() {}

    /** Returns the value with backslashes where FFmpeg needs them; most values need none. */
    static String escaped(String value) {
        return escaped(escaped(value, IN_ARGUMENTS + BLANKS), IN_GRAPH + BLANKS);
    }

    /** Returns an expression in quotes; FFmpeg drops blanks at its ends. Quotes can't contain one: such a text is escaped. */
    static String quoted(String expression) {
        return expression.indexOf('\'') >= 0 ? escaped(expression) : "'" + escaped(expression, IN_ARGUMENTS) + "'";
    }

    private static String escaped(String text, String special) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (special.indexOf(text.charAt(i)) >= 0) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(i));
        }
        return escaped.toString();
    }
}
