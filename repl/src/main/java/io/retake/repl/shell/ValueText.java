package io.retake.repl.shell;

import io.retake.core.edit.value.Times;
import io.retake.core.protocol.TerminalText;
import io.retake.repl.message.ProgramMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats the value of a statement as lines. */
final class ValueText {
    private static final int MOST = 40;

    private ValueText() {}

    static List<String> lines(Object value) {
        List<String> lines = new ArrayList<>();
        if (value instanceof Collection<?> several && several.stream().anyMatch(v -> text(v).length() > 20)) {
            int number = 0;
            for (Object one : several) {
                lines.add("%3d  %s".formatted(++number, text(one)));
            }
        } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, one) -> lines.add(text(key) + ": " + text(one)));
        } else {
            lines.addAll(TerminalText.clean(text(value)).lines().toList());
        }
        if (lines.size() > MOST) {
            int more = lines.size() - MOST;
            lines.subList(MOST, lines.size()).clear();
            lines.add(ProgramMessages.text("value.more", more));
        }
        return lines;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Duration time) {
            return Times.write(time);
        }
        if (value instanceof List<?> several) {
            return several.stream().map(ValueText::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return TerminalText.clean(String.valueOf(value));
    }
}
