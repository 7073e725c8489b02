package io.retake.engine.agent.read;

import java.util.List;
import java.util.function.Function;

/** The same thing said in both languages of the agent; the message decides which one is heard. */
public record Phrase(String english, String chinese) {

    /** Fills both, each with its own {@code %s}; an argument that is a phrase itself is said in the same language. */
    public static Phrase of(String english, String chinese, Object... args) {
        return new Phrase(fill(english, args, Phrase::english), fill(chinese, args, Phrase::chinese));
    }

    private static String fill(String text, Object[] args, Function<Phrase, String> say) {
        Object[] said = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            said[i] = args[i] instanceof Phrase phrase ? say.apply(phrase) : args[i];
        }
        return text.formatted(said);
    }

    /** One after the other, as sentences of one paragraph. */
    public static Phrase join(List<Phrase> phrases) {
        return new Phrase(
                String.join(" ", phrases.stream().map(Phrase::english).toList()),
                String.join("", phrases.stream().map(Phrase::chinese).toList()));
    }

    /** As said in one language. */
    public String in(Language language) {
        return language == Language.CHINESE ? chinese : english;
    }
}
