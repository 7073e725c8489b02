package io.retake.dsl.syntax;

import groovyjarjarantlr4.v4.runtime.Parser;
import groovyjarjarantlr4.v4.runtime.ParserRuleContext;
import groovyjarjarantlr4.v4.runtime.Token;
import groovyjarjarantlr4.v4.runtime.TokenStream;
import groovyjarjarantlr4.v4.runtime.atn.ParserATNSimulator;
import groovyjarjarantlr4.v4.runtime.atn.PredictionMode;
import groovyjarjarantlr4.v4.runtime.atn.SimulatorState;
import groovyjarjarantlr4.v4.runtime.atn.StarLoopEntryState;
import org.apache.groovy.parser.antlr4.GroovyParser;
import org.jspecify.annotations.Nullable;

/**
 * Decides at once that the brace after {@code session} opens the block of that call. Groovy's parser reads the whole
 * block first, to check whether it could be the argument of a call without parentheses instead, and then decides the
 * same: the time grows with the square of the block's length, and a mistake in the block is reported at its brace.
 * Keeps the furthest token at which no rule could continue: the mistake is there.
 */
public final class Predictions extends ParserATNSimulator {
    private static final int BLOCK = 1;
    private @Nullable Token furthest;

    private Predictions(Parser parser) {
        super(parser, parser.getInterpreter().atn);
    }

    /** Makes the parser use this prediction. */
    public static Predictions of(Parser parser) {
        Predictions predictions = new Predictions(parser);
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
