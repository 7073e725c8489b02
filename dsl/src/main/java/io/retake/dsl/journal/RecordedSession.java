package io.retake.dsl.journal;

import io.retake.core.protocol.SessionRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A session that an interrupted run had opened. */
public final class RecordedSession {
    final int number;
    final SessionRef ref;
    final List<RecordedStep> steps = new ArrayList<>();
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

    /** Returns its number in the journal. */
    public int number() {
        return number;
    }

    /** Returns its address at the backend. */
    public SessionRef ref() {
        return ref;
    }

    /** Returns a view of its steps, in the order in which they began. */
    public List<RecordedStep> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** Removes a step that the resumed run no longer wants. */
    public void drop(RecordedStep step) {
        steps.remove(step);
    }
}
