package io.retake.repl.shell;

import java.util.List;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/** The arguments of a command: words between spaces, or in quotes where a space belongs to them. */
final class ArgumentWords {
    private ArgumentWords() {}

    static List<String> of(String arguments) {
        return new DefaultParser()
                .parse(arguments, 0, Parser.ParseContext.SPLIT_LINE).words().stream()
                        .filter(word -> !word.isEmpty())
                        .toList();
    }
}
