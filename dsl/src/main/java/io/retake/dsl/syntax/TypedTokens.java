package io.retake.dsl.syntax;

import groovyjarjarantlr4.v4.runtime.RecognitionException;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovyLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;

/**
 * Tokenizes a text that may not be Groovy, or not yet, with Groovy's own lexer: a line that is being typed, or plain
 * words. Continues after characters that the lexer rejects. Takes linear time. Immutable.
 */
public final class TypedTokens {
    /** Quotes of a text that may continue in the next line. */
    private static final List<String> LONG_QUOTES = List.of("'''", "\"\"\"");

    /** Tokens after which a slash opens a text; after anything else it divides. */
    private static final Set<Integer> BEFORE_VALUE = Set.of(
            GroovyLexer.LPAREN,
            GroovyLexer.LBRACK,
            GroovyLexer.LBRACE,
            GroovyLexer.COMMA,
            GroovyLexer.COLON,
            GroovyLexer.ASSIGN,
            GroovyLexer.ADD,
            GroovyLexer.REGEX_FIND,
            GroovyLexer.REGEX_MATCH,
            GroovyLexer.EQUAL,
            GroovyLexer.AND,
            GroovyLexer.OR,
            GroovyLexer.ELVIS,
            GroovyLexer.ARROW);

    private final String text;
    private final boolean words;
    private final Offsets offsets;
    private final GroovyLangLexer lexer;
    private final List<Typed> tokens = new ArrayList<>();
    private int lastType;
    private int begun = -1;
    private int nested;
    private boolean open;
    private int refused = -1;

    /**
     * A token; a text in quotes or slashes is one, with its interpolated values.
     *
     * @param quoted whether it is such a text
     * @param end exclusive
     */
    public record Typed(String text, boolean quoted, int start, int end) {}

    private TypedTokens(String text, boolean words) {
        this.text = text;
        this.words = words;
        this.offsets = new Offsets(text);
        this.lexer = Tokens.lexer(text);
        while (!open && next()) {}
        if (begun >= 0) {
            endText(text.length(), isLong(begun));
        }
    }

    /** Reads a text as code. */
    public static TypedTokens code(String text) {
        return new TypedTokens(text, false);
    }

    /** Reads a text that may be plain words: an apostrophe inside a word opens no text. */
    public static TypedTokens words(String text) {
        return new TypedTokens(text, true);
    }

    /**
     * Returns the tokens without comments and line ends; an unclosed text ends with its line, or at the end if it may
     * be longer.
     */
    public List<Typed> tokens() {
        return Collections.unmodifiableList(tokens);
    }

    /** Returns whether a text or a comment that may take several lines is not closed. */
    public boolean isOpen() {
        return open;
    }

    /** Returns whether it ends in a backslash, which joins two lines. */
    public boolean endsInBackslash() {
        return refused >= 0
                && refused < text.length()
                && text.charAt(refused) == '\\'
                && text.substring(refused + 1).isBlank();
    }

    /** Returns the text with this letter in place of each text in quotes or slashes. */
    public String withoutTexts(char letter) {
        StringBuilder bare = new StringBuilder();
        int at = 0;
        for (Typed token : tokens) {
            if (token.quoted) {
                bare.append(text, at, token.start).append(letter);
                at = token.end;
            }
        }
        return bare.append(text.substring(at)).toString();
    }

    private boolean next() {
        try {
            Token token = lexer.nextToken();
            if (token.getType() == Token.EOF) {
                return false;
            }
            take(
                    token.getType(),
                    offsets.of(token.getStartIndex()),
                    offsets.of(token.getStopIndex() + 1),
                    token.getChannel() == Token.DEFAULT_CHANNEL);
        } catch (GroovySyntaxError | RecognitionException wrong) {
            pass(offsets.of(lexer._tokenStartCharIndex));
        }
        return true;
    }

    private void take(int type, int start, int end, boolean visible) {
        boolean opens = type == GroovyLexer.StringLiteral || type == GroovyLexer.GStringBegin;
        if (opens && begun < 0 && isApostrophe(start)) {
            readOn(start + 1);
        } else if (type == GroovyLexer.GStringBegin) {
            begun = nested++ == 0 ? start : begun;
        } else if (type == GroovyLexer.GStringEnd) {
            if (--nested == 0) {
                endText(end, false);
            }
        } else if (begun < 0 && type == GroovyLexer.StringLiteral) {
            begun = start;
            endText(end, false);
        } else if (begun < 0 && visible && type != GroovyLexer.NL) {
            add(type, start, end);
        }
    }

    private void add(int type, int start, int end) {
        boolean dollar = !tokens.isEmpty() && last().text.equals("$") && last().end == start;
        boolean opens = text.startsWith("/*", start) || BEFORE_VALUE.contains(lastType) || dollar;
        open = type == GroovyLexer.DIV && opens;
        tokens.add(new Typed(text.substring(start, end), false, start, end));
        lastType = type;
    }

    /**
     * Returns whether a quote is an apostrophe: only after a letter; the first word of a line may be a verb that its
     * text touches.
     */
    private boolean isApostrophe(int start) {
        return words
                && start > 0
                && Character.isLetterOrDigit(text.charAt(start - 1))
                && !(tokens.size() == 1 && last().end == start)
                && "'\"".indexOf(text.charAt(start)) >= 0;
    }

    /** Continues after an unreadable character. */
    private void pass(int at) {
        boolean quoted = at < text.length() && "'\"".indexOf(text.charAt(at)) >= 0;
        if (begun >= 0) {
            endAt(closing(at));
        } else if (quoted && !isApostrophe(at)) {
            begin(at);
            endAt(closing(begun + quote().length()));
        } else if (text.startsWith("/*", at)) {
            add(GroovyLexer.DIV, at, at + 1);
        } else {
            refused = at;
            readOn(at + (at < text.length() ? Character.charCount(text.codePointAt(at)) : 1));
        }
    }

    /**
     * Begins a text that is unclosed or contains something unreadable; of three quotes, the first two are an empty
     * text.
     */
    private void begin(int at) {
        boolean split = at >= 2 && isLong(at - 2) && !tokens.isEmpty() && last().quoted && last().end == at;
        begun = split ? at - 2 : at;
        if (split) {
            tokens.remove(tokens.size() - 1);
        }
    }

    /** Sets the end of the text being read; -1 without one. */
    private void endAt(int end) {
        boolean closed = end >= 0;
        boolean goesOn = !closed && isLong(begun);
        int stop = closed ? end : text.length();
        endText(stop, goesOn);
        readOn(stop);
    }

    /**
     * Returns the place after the closing quote, or the line's end where the text must end there; -1 where there is
     * neither.
     */
    private int closing(int from) {
        String quote = text.startsWith("$/", begun) ? "/$" : quote();
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(quote, i)) {
                return i + quote.length();
            } else if (!isLong(begun) && text.charAt(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    private String quote() {
        int length = LONG_QUOTES.stream().anyMatch(three -> text.startsWith(three, begun)) ? 3 : 1;
        return text.substring(begun, begun + length);
    }

    private void endText(int end, boolean goesOn) {
        tokens.add(new Typed(text.substring(begun, end), true, begun, end));
        lastType = GroovyLexer.StringLiteral;
        begun = -1;
        nested = 0;
        open = goesOn;
    }

    private boolean isLong(int start) {
        return LONG_QUOTES.stream().anyMatch(quote -> text.startsWith(quote, start))
                || text.charAt(start) == '/'
                || text.startsWith("$/", start);
    }

    private void readOn(int offset) {
        lexer._mode = GroovyLexer.DEFAULT_MODE;
        lexer._modeStack.clear();
        lexer.getInputStream().seek(offsets.codePoint(offset));
        lexer._hitEOF = false;
    }

    private Typed last() {
        return tokens.get(tokens.size() - 1);
    }
}
