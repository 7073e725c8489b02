package io.retake.repl.shell.job;

import io.retake.core.protocol.TerminalText;
import io.retake.dsl.prompt.Entry;
import io.retake.dsl.prompt.Reading;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Amounts;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lists the details of verbose feedback: the verbs that a sentence became, and the time that it took. */
public final class VerboseView {
    private VerboseView() {}

    /** Returns the lines for the last entry. */
    public static List<String> lines(List<Entry> entries, Theme theme) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Entry last = entries.get(entries.size() - 1);
        List<String> lines = new ArrayList<>();
        if (last.kind() == Reading.Kind.SENTENCE) {
            last.verbs().forEach(verb -> lines.add("  = " + TerminalText.clean(verb)));
        }
        lines.add(theme.paint(
                Role.ASIDE,
                ProgramMessages.text(
                        "job.total", last.kind().name().toLowerCase(Locale.ROOT), Amounts.time(last.took()))));
        return lines;
    }
}
