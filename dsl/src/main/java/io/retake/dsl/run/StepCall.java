package io.retake.dsl.run;

import io.retake.core.protocol.SessionRef;
import io.retake.dsl.journal.RecordedStep;
import java.util.Optional;

/** The context of a step, which records its progress. Used by the thread of its session. */
final class StepCall {
    private final RunContext run;
    private final int entry;
    private final SessionRef session;
    private final Optional<RecordedStep> earlier;
    private final boolean arrived;

    StepCall(RunContext run, int entry, SessionRef session, Optional<RecordedStep> earlier, boolean arrived) {
        this.run = run;
        this.entry = entry;
        this.session = session;
        this.earlier = earlier;
        this.arrived = arrived;
    }

    /** Returns its number in the journal. */
    int entry() {
        return entry;
    }

    SessionRef session() {
        return session;
    }

    /** Returns the render that an interrupted run had requested. */
    Optional<String> render() {
        return earlier.flatMap(RecordedStep::render);
    }

    /** Returns whether an interrupted run had completed it at the backend: only its result must be read. */
    boolean arrived() {
        return arrived;
    }

    /** Records that it is about to be sent: unless more is recorded, its outcome is unknown. */
    void sending() {
        if (run.connection.isEmbedded()) {
            run.journal.write("sending", line -> line.put("step", entry));
        } else {
            run.journal.writeThrough("sending", line -> line.put("step", entry));
        }
    }
}
