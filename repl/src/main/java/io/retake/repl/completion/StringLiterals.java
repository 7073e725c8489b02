package io.retake.repl.completion;

import io.retake.core.vocabulary.Notations;

/** StringLiterals as literals of a script. */
final class StringLiterals {
    private StringLiterals() {}

    /** In single quotes, what has a meaning in them escaped. */
    static String quoted(String text) {
        return Notations.TEXT.script(text);
    }

    /** In those quotes: in double ones a dollar has a meaning too. */
    static String quoted(String text, char quote) {
        if (quote != '"') {
            return quoted(text);
        }
        String escaped = quoted(text).replace("\\'", "'").replace("\"", "\\\"").replace("$", "\\$");
        return '"' + escaped.substring(1, escaped.length() - 1) + '"';
    }

    /** The text that is typed so far behind an opening quote. */
    static String typed(String literal) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < literal.length(); i++) {
            boolean escape = literal.charAt(i) == '\\' && i + 1 < literal.length();
            text.append(literal.charAt(escape ? ++i : i));
        }
        return text.toString();
    }
}
