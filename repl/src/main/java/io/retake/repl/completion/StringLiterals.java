package io.retake.repl.completion;

import io.retake.core.vocabulary.Notations;

/** String literals of a script. */
final class StringLiterals {
    private StringLiterals() {}

    /** Quotes a text in single quotes, with escapes. */
    static String quoted(String text) {
        return Notations.TEXT.script(text);
    }

    /** Quotes a text in the given quotes; in double quotes a dollar is escaped too. */
    static String quoted(String text, char quote) {
        if (quote != '"') {
            return quoted(text);
        }
        String escaped = quoted(text).replace("\\'", "'").replace("\"", "\\\"").replace("$", "\\$");
        return '"' + escaped.substring(1, escaped.length() - 1) + '"';
    }

    /** Returns the text typed so far after an opening quote. */
    static String typed(String literal) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < literal.length(); i++) {
            boolean escape = literal.charAt(i) == '\\' && i + 1 < literal.length();
            text.append(literal.charAt(escape ? ++i : i));
        }
        return text.toString();
    }
}
