package io.retake.dsl.run;

import io.retake.core.protocol.SessionRef;
import java.util.ArrayList;
import java.util.List;

/** A session that an interrupted run had opened. */
final class PastSession {
    final int number;
    final SessionRef ref;
    final List<PastStep> steps = new ArrayList<>();
    private final String title;

    PastSession(int number, SessionRef ref, String title) {
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
