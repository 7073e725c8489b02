package io.retake.dsl.syntax;

import groovyjarjarantlr4.v4.runtime.CharStream;
import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.IntStream;
import groovyjarjarantlr4.v4.runtime.RecognitionException;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovyLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;

/** The tokens of a text as far as it can be read, without line ends and comments; places are offsets in the text. */
public final class Tokens {
    private final String text;
    private final Offsets offsets;
    private final List<Piece> pieces = new ArrayList<>();
    private OptionalInt unreadable = OptionalInt.empty();
    private int depth;
    private int deepest;

    /** A token; its end is exclusive. */
    record Piece(int type, String text, int start, int end) {}

    public Tokens(String text) {
        this.text = text;
        this.offsets = new Offsets(text);
        GroovyLangLexer lexer = lexer(text);
        try {
            for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
                if (token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != GroovyLexer.NL) {
                    pieces.add(new Piece(
                            token.getType(),
                            token.getText(),
                            offset(token.getStartIndex()),
                            offset(token.getStopIndex() + 1)));
                }
            }
        } catch (GroovySyntaxError | RecognitionException wrong) {
            unreadable = OptionalInt.of(offset(lexer._tokenStartCharIndex));
        }
        measureDepth();
    }

    /** Creates a lexer that throws its errors and prints nothing. */
    static GroovyLangLexer lexer(String text) {
        GroovyLangLexer lexer = new Finite(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        return lexer;
    }

    /**
     * Rejects what would take Groovy's lexer time that grows with the square of the text's length: a zero with hundreds
     * of digits after it, and comments that aren't closed.
     */
    private static final class Finite extends GroovyLangLexer {
        private static final int DIGITS = 200;

        Finite(CharStream text) {
            super(text);
        }

        @Override
        public Token nextToken() {
            int next = 1;
            while (_input.LA(next) == ' ' || _input.LA(next) == '\t') {
                next++;
            }
            if (_mode == DEFAULT_MODE && (isEndlessNumber(next) || isOpenComment(next))) {
                _tokenStartCharIndex = _input.index() + next - 1;
                throw new GroovySyntaxError("endless", GroovySyntaxError.LEXER, getLine(), getCharPositionInLine());
            }
            return super.nextToken();
        }

        private boolean isEndlessNumber(int start) {
            int digits = 0;
            while (digits <= DIGITS && _input.LA(start) == '0' && isDigit(_input.LA(start + digits))) {
                digits++;
            }
            return digits > DIGITS;
        }

        private boolean isOpenComment(int start) {
            if (_input.LA(start) != '/' || _input.LA(start + 1) != '*') {
                return false;
            }
            int end = start + 2;
            while (_input.LA(end) != IntStream.EOF && (_input.LA(end) != '*' || _input.LA(end + 1) != '/')) {
                end++;
            }
            return _input.LA(end) == IntStream.EOF;
        }

        private static boolean isDigit(int c) {
            return (c >= '0' && c <= '9') || c == '_';
        }
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** Returns the first character that is part of no token; empty when all are. */
    OptionalInt unreadable() {
        return unreadable;
    }

    /** Converts a character position of the lexer, which counts code points, to an offset. */
    int offset(int codePoint) {
        return offsets.of(codePoint);
    }

    /** Returns the last token that begins before this offset; -1 when none does. */
    int before(int offset) {
        int last = -1;
        for (int i = 0; i < pieces.size() && pieces.get(i).start() < offset; i++) {
            last = i;
        }
        return last;
    }

    /** Returns the bracket with the deepest nesting; 0 when there is none. */
    public int deepest() {
        return deepest;
    }

    /** Returns the depth of the deepest nesting. */
    public int depth() {
        return depth;
    }

    private void measureDepth() {
        int open = 0;
        for (Piece piece : pieces) {
            open = switch (piece.text()) {
                case "(", "[", "?[", "{" -> open + 1;
                case ")", "]", "}" -> Math.max(0, open - 1);
                default -> open;
            };
            if (open > depth) {
                depth = open;
                deepest = piece.start();
            }
        }
    }

    boolean isFirstOnLine(int offset) {
        return text.substring(lineStart(offset), offset).isBlank();
    }

    /** Returns the indentation of the line of this offset. */
    int indent(int offset) {
        int start = lineStart(offset);
        int at = start;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at - start;
    }

    boolean sameLine(int one, int other) {
        return lineStart(one) == lineStart(other);
    }

    private int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }
}
