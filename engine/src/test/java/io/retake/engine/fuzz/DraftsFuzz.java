package io.retake.engine.fuzz;

import io.retake.core.draft.Draft;
import io.retake.core.draft.InvalidDraft;
import java.nio.charset.StandardCharsets;

/** Any text is refused as a timeline, or is one that survives being written and read. */
public final class DraftsFuzz {
    private DraftsFuzz() {}

    /** The name that Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Draft draft;
        try {
            draft = Draft.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (InvalidDraft refused) {
            return;
        }
        if (!Draft.parse(draft.toString()).equals(draft)) {
            throw new AssertionError("another timeline after it was written: " + draft);
        }
        if (draft.summary().isEmpty()) {
            throw new AssertionError("no summary of " + draft);
        }
    }
}
