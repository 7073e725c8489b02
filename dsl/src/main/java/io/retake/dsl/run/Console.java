package io.retake.dsl.run;

import io.retake.core.protocol.TerminalText;
import io.retake.dsl.language.Scope;
import org.jspecify.annotations.Nullable;

/** What a script prints, as events. */
final class Console implements Scope {
    private final Events events;

    Console(Events events) {
        this.events = events;
    }

    @Override
    public void println(@Nullable Object text) {
        events.print(TerminalText.clean(String.valueOf(text)) + "\n");
    }

    @Override
    public void println() {
        events.print("\n");
    }

    @Override
    public void print(@Nullable Object text) {
        events.print(TerminalText.clean(String.valueOf(text)));
    }

    @Override
    public void printf(String pattern, Object[] values) {
        events.print(TerminalText.clean(String.format(java.util.Locale.ROOT, pattern, values)));
    }
}
