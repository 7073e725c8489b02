package io.retake.dsl.syntax;

import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.syntax.Tokens.Piece;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.groovy.parser.antlr4.GroovyLexer;

/** Explains why a text cannot be tokenized: an open quote, a wrong escape, a character of another keyboard. */
final class UnreadableText {
    private static final String ESCAPES = "btnfrs\"'\\$\n\r";
    private static final Map<Character, String> MEANT = Map.ofEntries(
            Map.entry('，', ","),
            Map.entry('、', ","),
            Map.entry('。', "."),
            Map.entry('．', "."),
            Map.entry('：', ":"),
            Map.entry('；', ";"),
            Map.entry('（', "("),
            Map.entry('）', ")"),
            Map.entry('［', "["),
            Map.entry('］', "]"),
            Map.entry('【', "["),
            Map.entry('】', "]"),
            Map.entry('｛', "{"),
            Map.entry('｝', "}"),
            Map.entry('＝', "="),
            Map.entry('＋', "+"),
            Map.entry('％', ".percent"),
            Map.entry('－', "-"),
            Map.entry('−', "-"),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('“', "'"),
            Map.entry('”', "'"),
            Map.entry('„', "'"),
            Map.entry('‘', "'"),
            Map.entry('’', "'"),
            Map.entry('「', "'"),
            Map.entry('」', "'"),
            Map.entry('『', "'"),
            Map.entry('』', "'"),
            Map.entry('«', "'"),
            Map.entry('»', "'"),
            Map.entry('＇', "'"),
            Map.entry('＂', "'"),
            Map.entry('`', "'"),
            Map.entry('´', "'"));

    private UnreadableText() {}

    static SyntaxFault at(String text, Tokens tokens, int at) {
        if (at >= text.length()) {
            return openText(text, tokens, at);
        }
        char c = text.charAt(at);
        if (at > 0 && text.charAt(at - 1) == '$' && isInText(tokens)) {
            return new SyntaxFault(
                    at - 1, ScriptMessages.text("syntax.dollar"), ScriptMessages.text("syntax.dollar-advice"));
        }
        if (isInText(tokens)) {
            return openText(text, tokens, at);
        }
        if (c == '\'' || c == '"') {
            String quote = String.valueOf(c);
            boolean triple = at >= 2 && text.startsWith(quote.repeat(3), at - 2);
            return quoted(text, triple ? at - 2 : at, triple ? quote.repeat(3) : quote);
        }
        if (text.startsWith("/*", at)) {
            return new SyntaxFault(
                    at, ScriptMessages.text("syntax.open-comment"), ScriptMessages.text("syntax.open-comment-advice"));
        }
        return c == '0'
                ? new SyntaxFault(
                        at, ScriptMessages.text("syntax.long-number"), ScriptMessages.text("syntax.long-number-advice"))
                : character(text, at);
    }

    /** Returns whether this is what the lexer could read, but not soon. */
    static boolean isEndless(String text, int at) {
        return text.startsWith("0", at) || text.startsWith("/*", at);
    }

    /** Returns whether it is after an unclosed <code>"text $value</code>. */
    private static boolean isInText(Tokens tokens) {
        return !openTexts(tokens).isEmpty();
    }

    private static Deque<Piece> openTexts(Tokens tokens) {
        Deque<Piece> open = new ArrayDeque<>();
        for (Piece piece : tokens.pieces()) {
            if (piece.type() == GroovyLexer.GStringBegin) {
                open.push(piece);
            } else if (piece.type() == GroovyLexer.GStringEnd && !open.isEmpty()) {
                open.pop();
            }
        }
        return open;
    }

    /** Returns the text that is open at the end, unless a bracket in it is. */
    static Optional<SyntaxFault> open(String text, Tokens tokens, int bracket) {
        return Optional.ofNullable(openTexts(tokens).peek())
                .filter(begin -> begin.start() > bracket)
                .map(begin -> openText(text, tokens, text.length()));
    }

    private static SyntaxFault openText(String text, Tokens tokens, int at) {
        Piece begin = openTexts(tokens).peek();
        if (begin == null) {
            return new SyntaxFault(
                    at,
                    ScriptMessages.text("syntax.unexpected-end"),
                    ScriptMessages.text("syntax.unexpected-end-advice"));
        }
        String quote =
                begin.text().startsWith("\"\"\"") ? "\"\"\"" : begin.text().substring(0, 1);
        return wrongEscape(text, at, at + 1).orElseGet(() -> notClosed(begin.start(), quote));
    }

    private static SyntaxFault quoted(String text, int start, String quote) {
        int from = start + quote.length();
        int close = closing(text, from, quote);
        return wrongEscape(text, from, close).orElseGet(() -> notClosed(start, quote));
    }

    /** Returns the end of the text; -1 when it has none, which for a single quote must be on the same line. */
    private static int closing(String text, int from, String quote) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(quote, i)) {
                return i;
            } else if (quote.length() == 1 && text.charAt(i) == '\n') {
                return -1;
            }
        }
        return -1;
    }

    private static Optional<SyntaxFault> wrongEscape(String text, int from, int end) {
        int last = Math.min(end, text.length() - 1);
        for (int i = text.indexOf('\\', from); i >= 0 && i < last; i = text.indexOf('\\', i + 2)) {
            char escaped = text.charAt(i + 1);
            boolean unicode = escaped == 'u' && text.substring(i + 1).matches("(?s)u[0-9a-fA-F]{4}.*");
            if (ESCAPES.indexOf(escaped) < 0 && !(escaped >= '0' && escaped <= '7') && !unicode) {
                return Optional.of(new SyntaxFault(
                        i,
                        ScriptMessages.text(
                                "syntax.wrong-escape",
                                escaped,
                                (escaped == 'u' ? ScriptMessages.text("syntax.unicode-digits") : "")),
                        ScriptMessages.text("syntax.wrong-escape-advice")));
            }
        }
        return Optional.empty();
    }

    private static SyntaxFault notClosed(int start, String quote) {
        return new SyntaxFault(
                start,
                ScriptMessages.text("syntax.open-text"),
                quote.length() == 1
                        ? ScriptMessages.text("syntax.open-line-text-advice", quote)
                        : ScriptMessages.text("syntax.open-text-advice", quote));
    }

    private static SyntaxFault character(String text, int at) {
        int c = text.codePointAt(at);
        String meant = MEANT.get(text.charAt(at));
        String shown = Character.isISOControl(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT
                ? ScriptMessages.text("syntax.invisible", String.format(Locale.ROOT, "%04X", c))
                : "'" + Character.toString(c) + "'";
        return new SyntaxFault(
                at,
                ScriptMessages.text("syntax.not-allowed", shown),
                meant == null
                        ? ScriptMessages.text("syntax.not-allowed-advice")
                        : ScriptMessages.text(
                                "syntax.write",
                                (meant.equals("'") ? ScriptMessages.text("syntax.quotes-around") : meant)));
    }
}
