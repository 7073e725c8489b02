package io.retake.dsl.syntax;

import groovyjarjarantlr4.v4.runtime.Parser;
import groovyjarjarantlr4.v4.runtime.ParserRuleContext;
import groovyjarjarantlr4.v4.runtime.Token;
import groovyjarjarantlr4.v4.runtime.TokenStream;
import groovyjarjarantlr4.v4.runtime.atn.ATNConfig;
import groovyjarjarantlr4.v4.runtime.atn.ATNConfigSet;
import groovyjarjarantlr4.v4.runtime.atn.ParserATNSimulator;
import groovyjarjarantlr4.v4.runtime.atn.PredictionContextCache;
import groovyjarjarantlr4.v4.runtime.atn.PredictionMode;
import groovyjarjarantlr4.v4.runtime.atn.SimulatorState;
import groovyjarjarantlr4.v4.runtime.atn.StarLoopEntryState;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.apache.groovy.parser.antlr4.GroovyParser;
import org.jspecify.annotations.Nullable;

/**
 * Decides at once that the brace after {@code session} opens the block of that call. Groovy's parser reads the whole
 * block first, to check whether it could be the argument of a call without parentheses instead, and then decides the
 * same: the time grows with the square of the block's length, and a mistake in the block is reported at its brace.
 * Keeps the furthest token at which no rule could continue: the mistake is there. Gives up with {@link Endless} on an
 * expression such as {@code x = x = x = …} with thousands of parts, each of which makes Groovy's parser read all the
 * others again.
 */
public final class Predictions extends ParserATNSimulator {
    private static final int BLOCK = 1;
    private static final Duration LONGEST = Duration.ofSeconds(8);
    /** A session of ten thousand lines takes a third of it. */
    private static final Duration LONGEST_FOR_EACH_CHARACTER = Duration.ofNanos(25_000);

    private static final int STEPS_BETWEEN_LOOKS = 1024;

    private final long begun = System.nanoTime();
    private final Duration longest;
    private int steps;
    private @Nullable Token furthest;

    /** The text takes too long to parse. */
    static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1;
        /** The token that was being read. */
        final transient Token token;

        Endless(Token token) {
            super(null, null, false, false);
            this.token = token;
        }
    }

    private Predictions(Parser parser, int length) {
        super(parser, parser.getInterpreter().atn);
        longest = LONGEST.plus(LONGEST_FOR_EACH_CHARACTER.multipliedBy(length));
    }

    /**
     * Makes the parser use this prediction.
     *
     * @param length of its text, in characters
     */
    public static Predictions of(Parser parser, int length) {
        Predictions predictions = new Predictions(parser, length);
        parser.setInterpreter(predictions);
        return predictions;
    }

    @Override
    public int adaptivePredict(TokenStream input, int decision, @Nullable ParserRuleContext outer, boolean useContext) {
        boolean block = input.LA(1) == GroovyParser.LBRACE
                && atn.decisionToState.get(decision) instanceof StarLoopEntryState path
                && path.ruleIndex == GroovyParser.RULE_pathExpression;
        return block ? BLOCK : super.adaptivePredict(input, decision, outer, useContext);
    }

    @Override
    protected void closure(
            ATNConfig config,
            ATNConfigSet configs,
            @Nullable ATNConfigSet intermediate,
            Set<ATNConfig> busy,
            boolean collect,
            boolean moreContexts,
            PredictionContextCache cache,
            int depth,
            boolean atEnd) {
        steps = (steps + 1) % STEPS_BETWEEN_LOOKS;
        if (steps == 0 && System.nanoTime() - begun > longest.toNanos()) {
            throw new Endless(Objects.requireNonNull(parser).getCurrentToken());
        }
        super.closure(config, configs, intermediate, busy, collect, moreContexts, cache, depth, atEnd);
    }

    @Override
    protected int handleNoViableAlt(TokenStream input, int startIndex, SimulatorState previous) {
        failedAt(input.LT(1));
        return super.handleNoViableAlt(input, startIndex, previous);
    }

    /** Notes that no rule continues with this token. Ignores the fast first pass, which gives up on valid text too. */
    void failedAt(@Nullable Token token) {
        if (token != null
                && getPredictionMode() == PredictionMode.LL
                && (furthest == null || token.getTokenIndex() > furthest.getTokenIndex())) {
            furthest = token;
        }
    }

    /** Returns the token that is the mistake; null when there is none. */
    @Nullable
    Token furthest() {
        return furthest;
    }
}
