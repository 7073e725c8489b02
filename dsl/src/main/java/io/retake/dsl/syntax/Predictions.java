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
 * Decides at once that the brace behind {@code session} opens the block of that call. Groovy's parser reads the whole block
 * first, to see whether it could be the argument of a call without parentheses instead, and then decides the same: the
 * time grows with the square of the block's length, and a mistake in the block is reported at its brace. The furthest
 * token at which no rule could go on is kept: there the mistake is.
 */
public final class Predictions extends ParserATNSimulator {
    private static final int BLOCK = 1;
    private @Nullable Token furthest;

    private Predictions(Parser parser) {
        super(parser, parser.getInterpreter().atn);
    }

    /** Makes the parser decide like this. */
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

    /** No rule goes on with this token. The quick first pass gives up on good text too, so that it doesn't count. */
    void failedAt(@Nullable Token token) {
        if (token != null
                && getPredictionMode() == PredictionMode.LL
                && (furthest == null || token.getTokenIndex() > furthest.getTokenIndex())) {
            furthest = token;
        }
    }

    /** The token that is the mistake; null when there is none. */
    @Nullable
    Token furthest() {
        return furthest;
    }
}
