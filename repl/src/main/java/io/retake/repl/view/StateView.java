package io.retake.repl.view;

import io.retake.core.draft.Draft;
import io.retake.core.edit.value.Times;
import io.retake.core.protocol.SessionState;
import io.retake.repl.message.ProgramMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Summarizes the state of a session in a few lines. Thread-safe. */
public final class StateView {
    private static final int LABEL = 11;
    private final Theme theme;
    private final int columns;

    /** @param columns the width of the terminal */
    public StateView(Theme theme, int columns) {
        this.theme = theme;
        this.columns = columns;
    }

    /**
     * Returns the summary.
     *
     * @param about facts to put first, such as the session's name and backend, by label
     */
    public List<String> lines(Map<String, String> about, SessionState state) {
        List<String> lines = new ArrayList<>();
        about.forEach((label, text) -> lines.addAll(line(label, text)));
        Draft draft = state.draft().orElse(null);
        lines.addAll(line(
                ProgramMessages.text("state.timeline"),
                draft == null ? ProgramMessages.text("session.no-timeline") : draft.summary()));
        if (draft != null) {
            lines.addAll(line(ProgramMessages.text("state.length"), Times.write(draft.duration())));
            draft.canvas()
                    .ifPresent(canvas -> lines.addAll(
                            line(ProgramMessages.text("state.picture"), canvas.width() + "x" + canvas.height())));
        }
        int files = state.videoInfos().size();
        lines.addAll(line(
                ProgramMessages.text("state.files"),
                files == 0 ? ProgramMessages.text("state.no-files") : Integer.toString(files)));
        int made = state.generatedMedia().size();
        if (made > 0) {
            lines.addAll(line(ProgramMessages.text("state.generated"), Integer.toString(made)));
        }
        return lines;
    }

    private List<String> line(String label, String text) {
        List<String> lines = new ArrayList<>(Wrapped.lines(OneLine.of(text), columns - 1 - LABEL, 0));
        for (int i = 0; i < lines.size(); i++) {
            String head = theme.paint(Role.ASIDE, i == 0 ? label : "");
            lines.set(i, head + " ".repeat(Math.max(1, LABEL - (i == 0 ? Columns.width(label) : 0))) + lines.get(i));
        }
        return lines;
    }
}
