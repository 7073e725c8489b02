package io.retake.dsl.syntax;

import io.retake.dsl.syntax.Tokens.Piece;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.apache.groovy.parser.antlr4.GroovyLexer;

/**
 * Finds the bracket of a text that has no partner. Counting alone names the wrong one where a brace is missing further
 * in, or superfluous further up: the indentation of the lines shows which was intended.
 */
final class Brackets {
    private final Tokens tokens;
    private final Deque<Piece> open = new ArrayDeque<>();
    private Optional<Piece> oddOpening = Optional.empty();
    private Optional<Piece> oddClosing = Optional.empty();

    /**
     * A bracket without a partner.
     *
     * @param piece the bracket
     * @param closes whether it is a closing bracket without an opening one; otherwise an unclosed one
     * @param noticed the offset at which counting notices it
     */
    record Lonely(Piece piece, boolean closes, int noticed) {}

    private Brackets(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns the first one, in the order in which they are noticed; empty when all have partners. */
    static Optional<Lonely> lonely(Tokens tokens) {
        return new Brackets(tokens).find();
    }

    private Optional<Lonely> find() {
        for (int i = 0; i < tokens.pieces().size(); i++) {
            Piece piece = tokens.pieces().get(i);
            if (closing(piece) != 0) {
                open.push(piece);
                continue;
            }
            boolean closes = piece.type() == GroovyLexer.RPAREN
                    || piece.type() == GroovyLexer.RBRACK
                    || piece.type() == GroovyLexer.RBRACE;
            if (closes) {
                Optional<Lonely> lonely = close(piece);
                if (lonely.isPresent()) {
                    return lonely;
                }
            }
        }
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lonely(oddOpening.orElse(open.peek()), false, Integer.MAX_VALUE));
    }

    private Optional<Lonely> close(Piece piece) {
        Piece top = open.peek();
        if (top == null) {
            return Optional.of(new Lonely(oddClosing.orElse(piece), true, piece.start()));
        }
        if (closing(top) == piece.type()) {
            open.pop();
            judge(top, piece);
            return Optional.empty();
        }
        boolean deeper = open.stream().anyMatch(opening -> closing(opening) == piece.type());
        return Optional.of(new Lonely(deeper ? top : piece, !deeper, piece.start()));
    }

    /**
     * Notes a pair of braces that do not belong together by their indentation, for when one is missing or superfluous.
     */
    private void judge(Piece opening, Piece closing) {
        if (closing.type() != GroovyLexer.RBRACE || tokens.sameLine(opening.start(), closing.start())) {
            return;
        }
        boolean first = tokens.isFirstOnLine(closing.start());
        int indent = tokens.indent(closing.start());
        if (first && indent == tokens.indent(opening.start()) && !inText(opening)) {
            return;
        }
        if (inText(opening) || (first && isLineOfOuter(indent))) {
            oddOpening = oddOpening.or(() -> Optional.of(opening));
        } else {
            oddClosing = oddClosing.or(() -> Optional.of(closing));
        }
    }

    /** Returns whether it is the brace of <code>"${"</code>, whose value is on one line. */
    private boolean inText(Piece opening) {
        int before = tokens.before(opening.start());
        int type = before < 0 ? -1 : tokens.pieces().get(before).type();
        return type == GroovyLexer.GStringBegin || type == GroovyLexer.GStringPart;
    }

    private boolean isLineOfOuter(int indent) {
        for (Iterator<Piece> outer = open.iterator(); outer.hasNext(); ) {
            if (tokens.indent(outer.next().start()) == indent) {
                return true;
            }
        }
        return false;
    }

    /** Returns the closing counterpart of an opening bracket; 0 for other tokens. */
    private static int closing(Piece piece) {
        return switch (piece.type()) {
            case GroovyLexer.LPAREN -> GroovyLexer.RPAREN;
            case GroovyLexer.LBRACK, GroovyLexer.SAFE_INDEX -> GroovyLexer.RBRACK;
            case GroovyLexer.LBRACE -> GroovyLexer.RBRACE;
            default -> 0;
        };
    }
}
