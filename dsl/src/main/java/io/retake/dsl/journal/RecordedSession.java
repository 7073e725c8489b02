package io.retake.dsl.journal;

import io.retake.core.protocol.SessionRef;
import java.util.ArrayList;
import java.util.List;

/** A session that an interrupted run had opened. */
public final class RecordedSession {
    public final int number;
    public final SessionRef ref;
    public final List<RecordedStep> steps = new ArrayList<>();
    private final String title;

    RecordedSession(int number, SessionRef ref, String title) {
        this.number = number;
        this.ref = ref;
        this.title = title;
    }

    boolean beganWith(String wanted, List<String> keys) {
        return title.equals(wanted)
                && steps.size() >= keys.size()
                && steps.stream()
                        .limit(keys.size())
                        .map(step -> step.key)
                        .toList()
                        .equals(keys);
    }
}
