package io.retake.engine.phrase;

import io.retake.core.Language;

/** Finds the language of a message, in which it is answered. */
public final class MessageLanguage {
    private MessageLanguage() {}

    /** Returns the language of a message: Chinese if it has a Han character outside of quotes. */
    public static Language of(String words) {
        return outsideQuotes(words)
                        .codePoints()
                        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                ? Language.CHINESE
                : Language.ENGLISH;
    }

    private static String outsideQuotes(String words) {
        StringBuilder outside = new StringBuilder();
        char closing = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            int opens = "\"“「『《«".indexOf(c);
            if (closing != 0) {
                closing = c == closing ? 0 : closing;
            } else if (opens >= 0) {
                closing = "\"”」』》»".charAt(opens);
            } else {
                outside.append(c);
            }
        }
        return outside.toString();
    }
}
