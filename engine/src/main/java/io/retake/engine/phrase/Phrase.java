package io.retake.engine.phrase;

import io.retake.core.Language;
import io.retake.core.MessageBundle;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A text in both languages of the agent; the language of the message decides which one the user reads. */
public record Phrase(String english, String chinese) {
    private static final MessageBundle BUNDLE = new MessageBundle("io.retake.engine.phrase.answers", Phrase.class);

    /** Nothing to say. */
    public static final Phrase NOTHING = new Phrase("", "");

    /**
     * Returns the text of the bundles that has this key.
     *
     * @param key in both bundles, such as {@code version.undone}
     * @param values in place of {@code %s} and other conversions of {@link java.util.Formatter}; a phrase appears in the
     *     language of the text around it
     * @throws java.util.MissingResourceException if there is no such text
     */
    public static Phrase of(String key, Object... values) {
        return new Phrase(
                BUNDLE.text(Language.ENGLISH, key, read(values, Phrase::english)),
                BUNDLE.text(Language.CHINESE, key, read(values, Phrase::chinese)));
    }

    private static Object[] read(Object[] values, Function<Phrase, String> language) {
        return Arrays.stream(values)
                .map(value -> value instanceof Phrase phrase ? language.apply(phrase) : value)
                .toArray();
    }

    /** Returns this text, and another right after it. */
    public Phrase and(Phrase more) {
        return new Phrase(english + more.english, chinese + more.chinese);
    }

    /** Returns these as sentences of one paragraph. */
    public static Phrase sentences(List<Phrase> phrases) {
        return joined(phrases, " ", "");
    }

    /** Returns these as parts of one sentence. */
    public static Phrase list(List<Phrase> phrases) {
        return joined(phrases, ", ", "，");
    }

    /** Returns these, each in a line of its own. */
    public static Phrase lines(List<Phrase> phrases) {
        return joined(phrases, "\n", "\n");
    }

    private static Phrase joined(List<Phrase> phrases, String between, String betweenChinese) {
        return new Phrase(
                phrases.stream().map(Phrase::english).collect(Collectors.joining(between)),
                phrases.stream().map(Phrase::chinese).collect(Collectors.joining(betweenChinese)));
    }

    /** Returns the text in one language. */
    public String in(Language language) {
        return language == Language.CHINESE ? chinese : english;
    }
}
