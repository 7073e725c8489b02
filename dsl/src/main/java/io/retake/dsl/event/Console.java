package io.retake.dsl.event;

import io.retake.core.protocol.TerminalText;
import org.jspecify.annotations.Nullable;

/** Emits a script's output as events. */
public final class Console {
    private final Events events;

    public Console(Events events) {
        this.events = events;
    }

    public void println(@Nullable Object text) {
        events.print(TerminalText.clean(String.valueOf(text)) + "\n");
    }

    public void println() {
        events.print("\n");
    }

    public void print(@Nullable Object text) {
        events.print(TerminalText.clean(String.valueOf(text)));
    }

    public void printf(String pattern, Object[] values) {
        events.print(TerminalText.clean(String.format(java.util.Locale.ROOT, pattern, values)));
    }
}
