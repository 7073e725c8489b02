package io.retake.dsl.syntax;

import groovyjarjarantlr4.v4.runtime.BailErrorStrategy;
import groovyjarjarantlr4.v4.runtime.CommonTokenStream;
import groovyjarjarantlr4.v4.runtime.InputMismatchException;
import groovyjarjarantlr4.v4.runtime.Parser;
import groovyjarjarantlr4.v4.runtime.RecognitionException;
import groovyjarjarantlr4.v4.runtime.Token;
import groovyjarjarantlr4.v4.runtime.atn.PredictionMode;
import groovyjarjarantlr4.v4.runtime.misc.ParseCancellationException;
import io.retake.dsl.problem.ScriptMessages;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.groovy.parser.antlr4.GroovyLangParser;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;

/**
 * The place where a text stops being a script, and the reason, in a user's terms. Groovy reports where its parser gave
 * up, which for a mistake in a block was the block's brace.
 *
 * @param offset the place in the text
 * @param message the fault
 * @param advice the next step to take
 */
record SyntaxFault(int offset, String message, String advice) {
    static final String SPLIT = ScriptMessages.text("advice.split");

    /**
     * Returns the fault of a text; empty when it can be parsed.
     *
     * @throws Predictions.Endless if it takes too long to parse
     */
    static Optional<SyntaxFault> in(String text) {
        Tokens tokens = new Tokens(text);
        OptionalInt stop = stop(text, tokens);
        if (stop.isEmpty()) {
            return Optional.empty();
        }
        int at = stop.getAsInt();
        boolean unreadable =
                tokens.unreadable().isPresent() && at >= tokens.unreadable().getAsInt();
        return Optional.of(
                unreadable
                        ? UnreadableText.at(text, tokens, tokens.unreadable().getAsInt())
                        : new FaultFinder(text, tokens, at).fault());
    }

    /** Returns where parsing stops; empty when it reaches the end. */
    private static OptionalInt stop(String text, Tokens tokens) {
        GroovyLangParser parser = new GroovyLangParser(new CommonTokenStream(Tokens.lexer(text)));
        parser.removeErrorListeners();
        Predictions predictions = Predictions.of(parser, text.length());
        predictions.setPredictionMode(PredictionMode.LL);
        parser.setErrorHandler(new Noting(predictions));
        try {
            parser.compilationUnit();
            return OptionalInt.empty();
        } catch (GroovySyntaxError | ParseCancellationException | RecognitionException stopped) {
            Token furthest = predictions.furthest();
            boolean byLexer = !(stopped instanceof ParseCancellationException cancelled)
                    || cancelled.getCause() instanceof groovyjarjarantlr4.v4.runtime.LexerNoViableAltException;
            if ((byLexer && tokens.unreadable().isPresent()) || furthest == null) {
                return OptionalInt.of(tokens.unreadable().orElse(text.length()));
            }
            return OptionalInt.of(tokens.offset(furthest.getStartIndex()));
        }
    }

    /** Stops at the first mistake, like Groovy's own strategy. */
    private static final class Noting extends BailErrorStrategy {
        private final Predictions predictions;

        Noting(Predictions predictions) {
            this.predictions = predictions;
        }

        @Override
        public void reportError(Parser parser, RecognitionException wrong) {
            // it would print what it doesn't know
        }

        @Override
        public void recover(Parser parser, RecognitionException wrong) {
            predictions.failedAt(wrong.getOffendingToken());
            super.recover(parser, wrong);
        }

        @Override
        public Token recoverInline(Parser parser) {
            predictions.failedAt(new InputMismatchException(parser).getOffendingToken());
            return super.recoverInline(parser);
        }
    }
}
