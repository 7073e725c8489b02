package io.retake.repl.jshell;

import io.retake.core.client.RetakeClient;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.SessionState;
import io.retake.dsl.Retake;
import io.retake.dsl.prompt.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * The variables that snippets see. Snippets import these fields statically, since static members are their only access
 * to this program. They are set before each snippet to the prompt's current objects, and cleared when the shell closes.
 * They are global to the process: with two prompts in it, the prompt whose snippet began last owns them.
 */
public final class SnippetVariables {
    /** The prompt's session: its lines are shown, recorded in {@code /history} and written by {@code /save}. */
    public static volatile @Nullable LiveSession session;

    /** The timeline when the snippet begins; empty if there is none yet. */
    public static volatile @Nullable Draft timeline;

    /** The client of the backend, with its token. */
    public static volatile @Nullable RetakeClient client;

    /** The prompt's {@link Retake}: sessions of earlier runs, recipes, further runs. */
    public static volatile @Nullable Retake retake;

    /** The evaluator of the prompt's lines. */
    public static volatile @Nullable Evaluator evaluator;

    private SnippetVariables() {}

    /**
     * Sets the variables. A client starts the embedded engine, and a timeline costs a request to the backend, so each
     * is created only for a snippet that names it.
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
