package io.retake.dsl.language;

import groovyjarjarantlr4.v4.runtime.BailErrorStrategy;
import groovyjarjarantlr4.v4.runtime.CommonTokenStream;
import groovyjarjarantlr4.v4.runtime.InputMismatchException;
import groovyjarjarantlr4.v4.runtime.Parser;
import groovyjarjarantlr4.v4.runtime.RecognitionException;
import groovyjarjarantlr4.v4.runtime.Token;
import groovyjarjarantlr4.v4.runtime.atn.PredictionMode;
import groovyjarjarantlr4.v4.runtime.misc.ParseCancellationException;
import io.retake.dsl.language.Tokens.Piece;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.groovy.parser.antlr4.GroovyLangParser;
import org.apache.groovy.parser.antlr4.GroovyLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;

/**
 * Where a text stops being a script, and why, as a person would put it. Groovy reports where its parser gave up, which for
 * a mistake in a block was the block's brace.
 *
 * @param offset the place in the text
 * @param message what is wrong there
 * @param advice what to do
 */
record SyntaxFault(int offset, String message, String advice) {
    private static final Set<Integer> NAMES = Set.of(
            GroovyLexer.Identifier,
            GroovyLexer.CapitalizedIdentifier,
            GroovyLexer.AS,
            GroovyLexer.IN,
            GroovyLexer.TRAIT,
            GroovyLexer.PERMITS,
            GroovyLexer.RECORD,
            GroovyLexer.SEALED,
            GroovyLexer.VAR,
            GroovyLexer.YIELD);
    private static final Set<Integer> VALUE_ENDS = Set.of(
            GroovyLexer.Identifier,
            GroovyLexer.CapitalizedIdentifier,
            GroovyLexer.StringLiteral,
            GroovyLexer.GStringEnd,
            GroovyLexer.IntegerLiteral,
            GroovyLexer.FloatingPointLiteral,
            GroovyLexer.BooleanLiteral,
            GroovyLexer.NullLiteral,
            GroovyLexer.RPAREN,
            GroovyLexer.RBRACK,
            GroovyLexer.RBRACE);

    /** What is wrong with the text; empty when it can be parsed. */
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
                        : new Finder(text, tokens, at).fault());
    }

    /** Where parsing stops; empty when it reaches the end. */
    private static OptionalInt stop(String text, Tokens tokens) {
        GroovyLangParser parser = new GroovyLangParser(new CommonTokenStream(Tokens.lexer(text)));
        parser.removeErrorListeners();
        Predictions predictions = Predictions.of(parser);
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

    /** Stops at the first mistake, as Groovy's does. */
    private static final class Noting extends BailErrorStrategy {
        private final Predictions predictions;

        Noting(Predictions predictions) {
            this.predictions = predictions;
        }

        @Override
        public void reportError(Parser parser, RecognitionException wrong) {
            return; // it would print what it doesn't know
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

    /** What a person would point at, when the parser stops at a token. */
    private static final class Finder {
        private final String text;
        private final Tokens tokens;
        private final List<Piece> pieces;
        private final int stop;
        private final int previous;

        Finder(String text, Tokens tokens, int stop) {
            this.text = text;
            this.tokens = tokens;
            this.pieces = tokens.pieces();
            this.stop = stop;
            this.previous = tokens.before(stop);
        }

        SyntaxFault fault() {
            return comment()
                    .or(this::openText)
                    .or(this::bracket)
                    .or(this::comma)
                    .or(this::unfinished)
                    .or(this::keyword)
                    .orElseGet(this::unexpected);
        }

        /** The token at which it stops; empty at a line's end and at the text's. */
        private Optional<Piece> here() {
            boolean any =
                    previous + 1 < pieces.size() && pieces.get(previous + 1).start() == stop;
            return any ? Optional.of(pieces.get(previous + 1)) : Optional.empty();
        }

        /** Whether no token follows: what is missing may be missing anywhere before. */
        private boolean atEnd() {
            return previous == pieces.size() - 1;
        }

        private Optional<SyntaxFault> comment() {
            return text.startsWith("/*", stop)
                    ? Optional.of(new SyntaxFault(stop, "this comment is not closed", "close it with */"))
                    : Optional.empty();
        }

        /** What stands behind the quote is no token, so that the brackets before it seem open. */
        private Optional<SyntaxFault> openText() {
            int inside = Brackets.lonely(tokens)
                    .map(lonely -> lonely.piece().start())
                    .orElse(-1);
            return atEnd() ? UnreadableText.open(text, tokens, inside) : Optional.empty();
        }

        private Optional<SyntaxFault> bracket() {
            return Brackets.lonely(tokens)
                    .filter(lonely -> lonely.piece().start() <= stop)
                    .filter(lonely -> atEnd() || stop >= lonely.noticed() || goesOnIn(lonely))
                    .map(this::bracket);
        }

        /** Inside of round and square brackets lines go on: the mistake shows in a line that nobody would point at. */
        private boolean goesOnIn(Brackets.Lonely lonely) {
            return !lonely.closes()
                    && lonely.piece().type() != GroovyLexer.LBRACE
                    && !tokens.sameLine(lonely.piece().start(), stop)
                    && tokens.isFirstOnLine(stop);
        }

        private SyntaxFault bracket(Brackets.Lonely lonely) {
            String bracket = lonely.piece().text();
            if (lonely.closes()) {
                return new SyntaxFault(
                        lonely.piece().start(),
                        "this '" + bracket + "' closes nothing",
                        "take it out, or open it before");
            }
            String closing = bracket.endsWith("[") ? "]" : bracket.equals("(") ? ")" : "}";
            boolean sameLine = !atEnd() && tokens.sameLine(lonely.piece().start(), stop);
            return sameLine
                    ? new SyntaxFault(
                            stop,
                            "unexpected '" + shown() + "': '" + bracket + "' is not closed yet",
                            "write '" + closing + "' before it")
                    : new SyntaxFault(
                            lonely.piece().start(),
                            "this '" + bracket + "' is not closed",
                            "close it with '" + closing + "'");
        }

        /** {@code trim from: 1.s to: 2.s} stops at the second colon. */
        private Optional<SyntaxFault> comma() {
            boolean named = previous > 0
                    && here().filter(piece -> piece.type() == GroovyLexer.COLON).isPresent()
                    && NAMES.contains(pieces.get(previous).type())
                    && VALUE_ENDS.contains(pieces.get(previous - 1).type());
            if (named && previous > 1 && goesOnBehindComma(pieces.get(previous - 1), pieces.get(previous - 2))) {
                return Optional.of(new SyntaxFault(
                        pieces.get(previous - 2).start(),
                        "the line goes on behind this comma, where '"
                                + pieces.get(previous - 1).text() + "' begins a statement",
                        "take the comma out"));
            }
            return named
                    ? Optional.of(new SyntaxFault(
                            pieces.get(previous).start(),
                            "a comma is missing before '" + pieces.get(previous).text() + ":'",
                            "write a comma between values"))
                    : Optional.empty();
        }

        private boolean goesOnBehindComma(Piece word, Piece before) {
            return before.type() == GroovyLexer.COMMA
                    && Words.statements().contains(word.text())
                    && tokens.isFirstOnLine(word.start());
        }

        /** What is missing at the end of a line shows at the start of the next one. */
        private Optional<SyntaxFault> unfinished() {
            boolean ends = here().map(piece -> piece.type() == GroovyLexer.RBRACE && tokens.isFirstOnLine(stop))
                    .orElse(true);
            if (!ends || previous < 0) {
                return Optional.empty();
            }
            Piece last = pieces.get(previous);
            return Optional.of(new SyntaxFault(
                    last.start(),
                    "something is missing behind '" + OneLine.of(last.text()) + "'",
                    "finish what is begun there, or take it out"));
        }

        private Optional<SyntaxFault> keyword() {
            return here().filter(piece -> piece.text().matches("[a-z]+") && !NAMES.contains(piece.type()))
                    .filter(piece -> previous >= 0 && takesName(pieces.get(previous)))
                    .map(piece -> new SyntaxFault(
                            stop, "'" + piece.text() + "' is a word of Groovy and no name", "choose another name"));
        }

        private static boolean takesName(Piece before) {
            return before.type() == GroovyLexer.DEF
                    || before.type() == GroovyLexer.VAR
                    || before.type() == GroovyLexer.BuiltInPrimitiveType
                    || before.type() == GroovyLexer.CapitalizedIdentifier;
        }

        private SyntaxFault unexpected() {
            return new SyntaxFault(
                    stop, "unexpected '" + shown() + "'", "check the quotes, brackets and commas before it");
        }

        private String shown() {
            return here().map(piece -> OneLine.of(piece.text())).orElse("end");
        }
    }
}
