package io.retake.dsl.syntax;

import io.retake.dsl.problem.OneLine;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.Words;
import io.retake.dsl.syntax.Tokens.Piece;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.groovy.parser.antlr4.GroovyLexer;

/** Finds a mistake at the end of a line, which the parser notices at the start of the next one. */
final class LineEnd {
    private static final Set<Integer> GOES_ON = Set.of(
            GroovyLexer.COMMA,
            GroovyLexer.ASSIGN,
            GroovyLexer.ADD,
            GroovyLexer.SUB,
            GroovyLexer.MUL,
            GroovyLexer.DIV,
            GroovyLexer.MOD,
            GroovyLexer.AND,
            GroovyLexer.OR,
            GroovyLexer.EQUAL,
            GroovyLexer.NOTEQUAL,
            GroovyLexer.LT,
            GroovyLexer.GT,
            GroovyLexer.LE,
            GroovyLexer.GE,
            GroovyLexer.QUESTION,
            GroovyLexer.ELVIS,
            GroovyLexer.COLON,
            GroovyLexer.DOT,
            GroovyLexer.SAFE_DOT,
            GroovyLexer.ADD_ASSIGN,
            GroovyLexer.SUB_ASSIGN,
            GroovyLexer.REGEX_FIND,
            GroovyLexer.REGEX_MATCH);
    private static final Set<Integer> TAKE_BLOCK = Set.of(GroovyLexer.TRY, GroovyLexer.FINALLY, GroovyLexer.DO);
    private static final Set<Integer> TAKE_BLOCK_BEHIND_BRACKETS = Set.of(GroovyLexer.CATCH, GroovyLexer.SWITCH);
    private static final Set<Integer> TYPES =
            Set.of(GroovyLexer.CLASS, GroovyLexer.INTERFACE, GroovyLexer.ENUM, GroovyLexer.TRAIT);

    private final Tokens tokens;
    private final List<Piece> pieces;
    private final int stop;

    /** Creates a finder for a parser that stops at this offset. */
    LineEnd(Tokens tokens, int stop) {
        this.tokens = tokens;
        this.pieces = tokens.pieces();
        this.stop = stop;
    }

    /** Returns the fault of the line before; empty when none is recognized. */
    Optional<SyntaxFault> fault() {
        int last = tokens.before(stop);
        boolean here = last + 1 < pieces.size() && pieces.get(last + 1).start() == stop;
        if (last < 0) {
            return Optional.empty();
        }
        boolean ends = !here || (pieces.get(last + 1).type() == GroovyLexer.RBRACE && tokens.isFirstOnLine(stop));
        if (ends) {
            return Optional.of(missing(pieces.get(last)));
        }
        int first = last + 1;
        while (first > 0 && tokens.sameLine(pieces.get(first - 1).start(), stop)) {
            first--;
        }
        return first == 0 ? Optional.empty() : before(first, last + 1 - first);
    }

    /**
     * Checks the line before.
     *
     * @param distance of the stop from the first token of its line
     */
    private Optional<SyntaxFault> before(int first, int distance) {
        Piece end = pieces.get(first - 1);
        boolean label = isLabel(first - 1);
        boolean closed = label && end.type() == GroovyLexer.COLON;
        if (!closed && GOES_ON.contains(end.type()) && (distance < 2 || beginsStatement(pieces.get(first)))) {
            return Optional.of(end.type() == GroovyLexer.COMMA ? comma(end, pieces.get(first)) : missing(end));
        }
        if (distance < 3 && takesBlock(first - 1)) {
            return Optional.of(new SyntaxFault(
                    end.start(),
                    ScriptMessages.text("syntax.no-brace", end.text()),
                    ScriptMessages.text("syntax.no-brace-advice")));
        }
        return distance < 3 && label && !closed
                ? Optional.of(new SyntaxFault(
                        end.start(),
                        ScriptMessages.text("syntax.no-colon", OneLine.of(end.text())),
                        ScriptMessages.text("syntax.add-advice")))
                : Optional.empty();
    }

    private static boolean beginsStatement(Piece piece) {
        boolean keyword = piece.type() >= GroovyLexer.AS
                && piece.type() <= GroovyLexer.YIELD
                && piece.type() != GroovyLexer.NEW
                && piece.type() != GroovyLexer.THIS;
        return keyword || Words.statements().contains(piece.text());
    }

    private static SyntaxFault comma(Piece comma, Piece next) {
        return new SyntaxFault(
                comma.start(),
                ScriptMessages.text("syntax.extra-comma-before", next.text()),
                ScriptMessages.text("syntax.extra-comma-advice"));
    }

    private static SyntaxFault missing(Piece last) {
        return new SyntaxFault(
                last.start(),
                ScriptMessages.text("syntax.incomplete", OneLine.of(last.text())),
                ScriptMessages.text("syntax.incomplete-advice"));
    }

    private boolean takesBlock(int end) {
        int type = pieces.get(end).type();
        boolean named = end > 0 && TYPES.contains(pieces.get(end - 1).type());
        return TAKE_BLOCK.contains(type) || named || (type == GroovyLexer.RPAREN && opened(end));
    }

    /** Returns whether the bracket that closes here follows a word that takes a block after it. */
    private boolean opened(int end) {
        int depth = 0;
        for (int i = end; i > 0; i--) {
            depth += pieces.get(i).type() == GroovyLexer.RPAREN
                    ? 1
                    : pieces.get(i).type() == GroovyLexer.LPAREN ? -1 : 0;
            if (depth == 0) {
                return TAKE_BLOCK_BEHIND_BRACKETS.contains(pieces.get(i - 1).type());
            }
        }
        return false;
    }

    /** Returns whether the line that ends here is that of {@code case} or {@code default}. */
    private boolean isLabel(int end) {
        int first = end;
        while (first > 0
                && tokens.sameLine(
                        pieces.get(first - 1).start(), pieces.get(end).start())) {
            first--;
        }
        int type = pieces.get(first).type();
        return type == GroovyLexer.CASE || type == GroovyLexer.DEFAULT;
    }
}
