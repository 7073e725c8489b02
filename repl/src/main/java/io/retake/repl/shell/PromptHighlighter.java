package io.retake.repl.shell;

import io.retake.dsl.prompt.Reading;
import io.retake.dsl.scope.Words;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;

/** Colors verbs, texts, numbers with their units, and commands. Sentences stay plain. */
final class PromptHighlighter implements Highlighter {
    private final Function<String, Optional<Reading>> reading;
    private final Supplier<Theme> theme;

    PromptHighlighter(Function<String, Optional<Reading>> reading, Supplier<Theme> theme) {
        this.reading = reading;
        this.theme = theme;
    }

    @Override
    public AttributedString highlight(LineReader reader, String line) {
        Optional<Reading> read = theme.get().colour() ? reading.apply(line) : Optional.empty();
        if (read.isEmpty()) {
            return new AttributedString(line);
        }
        return switch (read.get().kind()) {
            case STATEMENT -> AttributedString.fromAnsi(statement(line));
            case COMMAND ->
                line.stripLeading().startsWith("/")
                        ? AttributedString.fromAnsi(command(line))
                        : new AttributedString(line); // Java in Java mode
            case SENTENCE, EMPTY -> new AttributedString(line);
        };
    }

    private String command(String line) {
        int end = line.indexOf(' ', line.indexOf('/'));
        String name = end < 0 ? line : line.substring(0, end);
        boolean known = Commands.named(name.strip().substring(1)).isPresent();
        return theme.get().paint(known ? Role.EMPHASIS : Role.WARNING, name) + (end < 0 ? "" : line.substring(end));
    }

    private String statement(String line) {
        StringBuilder painted = new StringBuilder();
        Matcher token = Token.PATTERN.matcher(line);
        int at = 0;
        while (token.find()) {
            painted.append(line, at, token.start());
            painted.append(painted(token));
            at = token.end();
        }
        return painted.append(line.substring(at)).toString();
    }

    private String painted(Matcher token) {
        String text = token.group();
        if (token.group("text") != null) {
            return theme.get().paint(Role.QUOTED, text);
        }
        if (token.group("number") != null) {
            return theme.get().paint(Role.NUMBER, text);
        }
        if (token.group("name") != null || token.group("remark") != null) {
            return theme.get().paint(Role.ASIDE, text);
        }
        return Words.statements().contains(text) ? theme.get().paint(Role.EMPHASIS, text) : text;
    }

    /** Loads the classes and patterns that the first colored line needs. */
    static void prepare() {
        Token.PATTERN.matcher("").matches();
        Commands.named("help");
    }

    /** A holder class, because the prompt appears before there is anything to color. */
    private static final class Token {
        static final Pattern PATTERN =
                Pattern.compile("(?<text>'(?:\\\\.|[^'\\\\\\n])*+'?|\"(?:\\\\.|[^\"\\\\\\n])*+\"?)"
                        + "|(?<number>(?<![\\p{L}\\d_.])\\d[\\d_]*(?:\\.\\d+)?(?:\\.?\\p{L}+)?)"
                        + "|(?<name>[\\p{L}_$][\\p{L}\\p{N}_$]*:(?!:))"
                        + "|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)"
                        + "|(?<remark>//[^\\n]*)");
    }
}
