package io.retake.engine.agent.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Distinguishes descriptions of the footage from requests. "The video is dark" must not make it darker, nor "too quiet"
 * quieter; "the picture is too shaky" names a fault and thereby its remedy.
 */
final class Descriptions {
    /** Words for a degree, which on their own describe and request nothing. */
    private static final Set<Kind> DEGREES = Set.of(
            Kind.LOOK,
            Kind.LOUDER,
            Kind.QUIETER,
            Kind.BIGGER,
            Kind.SMALLER,
            Kind.FASTER,
            Kind.SLOWER,
            Kind.SPEED,
            Kind.DIMENSION,
            Kind.LONG);

    /** Faults, which nobody wants. */
    private static final Set<Kind> FAULTS = Set.of(Kind.FLAW, Kind.FAULT);

    /** After one of these, a degree is requested: "make it very bright". */
    private static final Set<Kind> REQUESTS =
            Set.of(Kind.LIGHT, Kind.ADD, Kind.TO, Kind.INCREASE, Kind.DECREASE, Kind.UPSCALE, Kind.FIX);

    private final List<Token> tokens;
    private final List<Token> marked = new ArrayList<>();
    private boolean requested;

    private Descriptions(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Returns the tokens with {@link Kind#TOO} before descriptions and {@link Kind#COMPLAINT} before faults. */
    static List<Token> marked(List<Token> tokens) {
        return new Descriptions(tokens).read();
    }

    private List<Token> read() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(Kind.COMMA, Kind.STOP, Kind.THEN, Kind.AND)) {
                requested = false;
            }
            requested |= REQUESTS.contains(token.kind());
            if (isState(i)) {
                int said = past(i);
                // "The picture is shaky": the subject is a word without a meaning of its own, but there is one.
                boolean question = i == 0 && isInverted(token) && token.start() == 0;
                if (isOne(said, FAULTS) && !question) {
                    marked.add(new Token(Kind.COMPLAINT, "", token.start(), token.end()));
                    i = said - 1;
                } else if (isOne(said, DEGREES) && !requested && !(i == 0 && isInverted(token))) {
                    marked.add(new Token(Kind.TOO, "", token.start(), token.end()));
                } else if (isSlight(token) && requested) {
                    // 调得有点暖: that is an amount.
                    marked.add(new Token(Kind.LITTLE, "", token.start(), token.end()));
                } else if (!isWord(token) && !(isSlight(token) && !isOne(said, DEGREES))) {
                    marked.add(token);
                }
            } else if (FAULTS.contains(token.kind()) && isTooMuch(i + 1)) {
                // 噪点太多, 抖得厉害
                marked.add(token);
                marked.add(new Token(
                        Kind.COMPLAINT, "", token.end(), tokens.get(i + 1).end()));
                i++;
            } else if (FAULTS.contains(token.kind()) && isDegree(i + 1)) {
                // 底噪太大, 抖得太厉害
                marked.add(token);
                marked.add(new Token(
                        Kind.COMPLAINT, "", token.end(), tokens.get(i + 2).end()));
                i += 2;
            } else {
                marked.add(token);
            }
        }
        return marked;
    }

    /** Returns whether a description begins: "is" in a sentence, "too", or 很 without an earlier request. */
    private boolean isState(int at) {
        Token token = tokens.get(at);
        boolean being = token.is(Kind.AUXILIARY) && !token.value().equals("");
        return being || isWord(token) || token.is(Kind.TOO) || isVery(token);
    }

    /** Returns whether the word is "too" itself, which may also mean "as well". */
    private static boolean isWord(Token token) {
        return token.is(Kind.TOO) && token.value().equals("word");
    }

    /** Returns whether the verb precedes its subject: "is it dark", but not "there is noise" or "it's dark". */
    static boolean isInverted(Token token) {
        return token.is(Kind.AUXILIARY)
                && !token.value().equals("there")
                && !token.value().equals("said");
    }

    /** Returns whether the word is 有点 as in 有点暗, a complaint unless it follows a request. */
    private static boolean isSlight(Token token) {
        return token.is(Kind.TOO) && token.value().equals("little");
    }

    private static boolean isVery(Token token) {
        return token.is(Kind.MUCH, Kind.INCREASE) && token.value().equals("very");
    }

    private boolean isTooMuch(int at) {
        return at < tokens.size()
                && (tokens.get(at).is(Kind.FAULT)
                        || (tokens.get(at).is(Kind.TOO)
                                && tokens.get(at).value().equals("much")))
                && (at + 1 == tokens.size() || tokens.get(at + 1).is(Kind.COMMA, Kind.STOP, Kind.AND, Kind.THEN));
    }

    private boolean isDegree(int at) {
        return at + 1 < tokens.size()
                && (tokens.get(at).is(Kind.TOO) || isVery(tokens.get(at)))
                && tokens.get(at + 1).is(Kind.BIGGER, Kind.MUCH, Kind.LOUDER, Kind.FAULT);
    }

    private int past(int at) {
        int next = at + 1;
        while (next < tokens.size()
                && (tokens.get(next).is(Kind.TOO, Kind.LITTLE, Kind.AUXILIARY) || isVery(tokens.get(next)))) {
            next++;
        }
        return next;
    }

    private boolean isOne(int at, Set<Kind> kinds) {
        return at < tokens.size() && kinds.contains(tokens.get(at).kind());
    }
}
