package io.retake.engine.agent.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Distinguishes questions from requests in the form of a question. "Is the sound muted?" must not mute it; "can you
 * mute the sound?" must. A question that is not a polite request becomes one clause that begins with a {@link
 * Kind#QUESTION}.
 */
final class Questions {
    private Questions() {}

    static List<Token> marked(List<Token> tokens) {
        List<Token> marked = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean stop = i < tokens.size() && tokens.get(i).is(Kind.STOP);
            if (stop || i == tokens.size()) {
                sentence(tokens.subList(from, i), stop && tokens.get(i).value().equals("?"), marked);
                if (stop) {
                    marked.add(tokens.get(i));
                }
                from = i + 1;
            }
        }
        return marked;
    }

    private static void sentence(List<Token> sentence, boolean mark, List<Token> marked) {
        if (sentence.isEmpty()) {
            return;
        }
        boolean polite = sentence.stream().anyMatch(t -> t.is(Kind.POLITE));
        boolean asks = mark
                || Descriptions.isInverted(sentence.get(0))
                || sentence.stream().anyMatch(t -> t.is(Kind.ASKS));
        boolean question = asks && !polite;
        if (question) {
            Token first = sentence.get(0);
            marked.add(new Token(Kind.QUESTION, "", first.start(), first.start()));
        }
        for (Token token : sentence) {
            boolean separates = token.is(Kind.AND, Kind.COMMA, Kind.THEN);
            if (!token.is(Kind.POLITE, Kind.ASKS, Kind.AUXILIARY) && !(question && separates)) {
                marked.add(token);
            }
        }
    }
}
