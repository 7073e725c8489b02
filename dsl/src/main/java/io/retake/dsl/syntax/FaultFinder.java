package io.retake.dsl.syntax;

import io.retake.dsl.problem.OneLine;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.syntax.Tokens.Piece;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.groovy.parser.antlr4.GroovyLexer;

/** Finds the place and cause that a user would name, when the parser stops at a token. */
final class FaultFinder {
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
    private static final Set<Integer> BEFORE_NAMES = Set.of(
            GroovyLexer.DEF, GroovyLexer.VAR, GroovyLexer.BuiltInPrimitiveType, GroovyLexer.CapitalizedIdentifier);

    private final String text;
    private final Tokens tokens;
    private final List<Piece> pieces;
    private final int stop;
    private final int previous;

    FaultFinder(String text, Tokens tokens, int stop) {
        this.text = text;
        this.tokens = tokens;
        this.pieces = tokens.pieces();
        this.stop = stop;
        this.previous = tokens.before(stop);
    }

    SyntaxFault fault() {
        return openText()
                .or(this::bracket)
                .or(() -> new LineEnd(tokens, stop).fault())
                .or(this::comma)
                .or(this::keyword)
                .orElseGet(this::unexpected);
    }

    /** Returns the token at which it stops; empty at the end of a line or of the text. */
    private Optional<Piece> here() {
        boolean any = previous + 1 < pieces.size() && pieces.get(previous + 1).start() == stop;
        return any ? Optional.of(pieces.get(previous + 1)) : Optional.empty();
    }

    /** Returns whether no token follows: the missing part may belong anywhere before. */
    private boolean atEnd() {
        return previous == pieces.size() - 1;
    }

    /** Finds an unclosed quote; the text after it is not a token, so that the brackets before it appear open. */
    private Optional<SyntaxFault> openText() {
        int inside =
                Brackets.lonely(tokens).map(lonely -> lonely.piece().start()).orElse(-1);
        return atEnd() ? UnreadableText.open(text, tokens, inside) : Optional.empty();
    }

    private Optional<SyntaxFault> bracket() {
        return Brackets.lonely(tokens)
                .filter(lonely -> lonely.piece().start() <= stop)
                .filter(lonely -> atEnd() || stop >= lonely.noticed() || goesOnIn(lonely))
                .map(this::bracket);
    }

    /**
     * Returns whether the parser continues in an unclosed bracket, and notices that in an unrelated line: for a brace,
     * in the first line that is not indented like its contents.
     */
    private boolean goesOnIn(Brackets.Lonely lonely) {
        int opening = lonely.piece().start();
        return !lonely.closes()
                && !tokens.sameLine(opening, stop)
                && (lonely.piece().type() != GroovyLexer.LBRACE || tokens.indent(stop) <= tokens.indent(opening));
    }

    private SyntaxFault bracket(Brackets.Lonely lonely) {
        String bracket = lonely.piece().text();
        if (lonely.closes()) {
            return new SyntaxFault(
                    lonely.piece().start(),
                    ScriptMessages.text("syntax.no-opening", bracket),
                    ScriptMessages.text("syntax.no-opening-advice"));
        }
        String closing = bracket.endsWith("[") ? "]" : bracket.equals("(") ? ")" : "}";
        boolean sameLine = !atEnd() && tokens.sameLine(lonely.piece().start(), stop);
        return sameLine
                ? new SyntaxFault(
                        stop,
                        ScriptMessages.text("syntax.not-yet-closed", shown(), bracket),
                        ScriptMessages.text("syntax.not-yet-closed-advice", closing))
                : new SyntaxFault(
                        lonely.piece().start(),
                        ScriptMessages.text("syntax.open-bracket", bracket),
                        ScriptMessages.text("syntax.open-bracket-advice", closing));
    }

    /** Recognizes {@code trim from: 1.s to: 2.s}, which stops at the second colon. */
    private Optional<SyntaxFault> comma() {
        boolean named = previous > 0
                && here().filter(piece -> piece.type() == GroovyLexer.COLON).isPresent()
                && NAMES.contains(pieces.get(previous).type())
                && VALUE_ENDS.contains(pieces.get(previous - 1).type());
        return named
                ? Optional.of(new SyntaxFault(
                        pieces.get(previous).start(),
                        ScriptMessages.text(
                                "syntax.no-comma-before-name",
                                pieces.get(previous).text()),
                        ScriptMessages.text("syntax.no-comma-advice")))
                : Optional.empty();
    }

    private Optional<SyntaxFault> keyword() {
        return here().filter(piece -> piece.text().matches("[a-z]+") && !NAMES.contains(piece.type()))
                .filter(piece -> previous >= 0
                        && BEFORE_NAMES.contains(pieces.get(previous).type()))
                .map(piece -> new SyntaxFault(
                        stop,
                        ScriptMessages.text("syntax.keyword", piece.text()),
                        ScriptMessages.text("advice.other-name")));
    }

    private SyntaxFault unexpected() {
        return new SyntaxFault(
                stop,
                ScriptMessages.text("syntax.unexpected", shown()),
                ScriptMessages.text("syntax.unexpected-advice"));
    }

    private String shown() {
        return here().map(piece -> OneLine.of(piece.text())).orElseGet(() -> ScriptMessages.text("syntax.end"));
    }
}
