package io.retake.repl.jshell;

import io.retake.core.client.RetakeClient;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.SessionState;
import io.retake.dsl.Retake;
import io.retake.dsl.prompt.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * What snippets find by name: they import these fields statically, since only classes lead from them to this program.
 * They are set before each snippet, so that they are what the prompt works with then, and emptied when the shell is closed.
 * They belong to the process: of two prompts in one, the one whose snippet began last has them.
 */
public final class SnippetVariables {
    /** The prompt's session: what is done through it is shown, remembered by {@code /history} and written by {@code /save}. */
    public static volatile @Nullable LiveSession session;

    /** The timeline when the snippet begins; an empty one as long as there is none. */
    public static volatile @Nullable Draft timeline;

    /** What speaks to the backend, with its token. */
    public static volatile @Nullable RetakeClient client;

    /** What the prompt was made with: sessions of earlier runs, recipes, further runs. */
    public static volatile @Nullable Retake retake;

    /** What evaluates the prompt's lines. */
    public static volatile @Nullable Evaluator evaluator;

    private SnippetVariables() {}

    /**
     * Sets them. A client starts the embedded engine and a timeline is asked of the backend, so those are made for who
     * names them only.
     */
    static void bind(SnippetTarget place, boolean withTimeline, boolean withClient) {
        Evaluator now = place.evaluator();
        session = new LiveSession(place);
        evaluator = now;
        retake = place.retake();
        timeline = withTimeline ? timeline(now) : null;
        client = withClient ? now.client() : null;
    }

    static Draft timeline(Evaluator evaluator) {
        return evaluator.state().flatMap(SessionState::draft).orElseGet(() -> Draft.empty(evaluator.title()));
    }

    static void clear() {
        session = null;
        timeline = null;
        client = null;
        retake = null;
        evaluator = null;
    }
}
