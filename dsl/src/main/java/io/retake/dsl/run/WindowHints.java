package io.retake.dsl.run;

import io.retake.core.client.http.ClientException;
import io.retake.core.client.message.Reply;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.GuiTranslation;
import io.retake.core.protocol.TerminalText;
import io.retake.dsl.event.RunEvent;

/**
 * Follows a backend's instructions for its window, which were removed from its text: immediately runs those that only
 * display something, and suggests those that change or create something.
 */
final class WindowHints {
    private final RunContext run;

    WindowHints(RunContext run) {
        this.run = run;
    }

    /**
     * Follows the hints of a reply.
     *
     * @param seen whether the current timeline was already reported
     */
    void act(Reply reply, boolean seen) {
        boolean shown = seen;
        for (GuiTranslation.Action action : reply.suggestions()) {
            switch (action) {
                case SUMMARY, STATE -> {
                    if (!shown) {
                        timeline(reply);
                    }
                    shown = true;
                }
                case CREDITS -> credits();
                case EXPORT -> suggest("The backend suggests an export: export mp4", "export mp4");
                case UPLOAD -> suggest("The backend asks for files: upload 'a.mp4'", "");
                case EDIT -> suggest("The backend describes a manual edit. Describe it in words instead: edit '…'", "");
            }
        }
    }

    private void timeline(Reply reply) {
        String now = reply.state().draft().map(Draft::summary).orElse("Timeline (0 tracks)");
        run.events.say(RunEvent.Speaker.RETAKE, TerminalText.clean(now));
    }

    private void credits() {
        try {
            String left = run.client().credits(run.cancellation).available().toPlainString();
            run.events.say(RunEvent.Speaker.RETAKE, left + " credits are left.");
        } catch (ClientException unreadable) {
            // This is only a hint: the edit has succeeded and must not fail because of it.
            run.events.warn("Can't read the credit balance: " + unreadable.getMessage());
        }
    }

    private void suggest(String text, String statement) {
        run.events.emit(new RunEvent.Suggested(text, statement));
    }
}
