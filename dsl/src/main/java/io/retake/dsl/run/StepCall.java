package io.retake.dsl.run;

import io.retake.core.protocol.SessionRef;
import io.retake.dsl.journal.RecordedStep;
import java.util.Optional;

/** What a step is done with, and where it writes down how far it is. Used by the thread of its session. */
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

    /** Its number in the journal. */
    int entry() {
        return entry;
    }

    SessionRef session() {
        return session;
    }

    /** The render that an interrupted run had asked for. */
    Optional<String> render() {
        return earlier.flatMap(step -> step.render);
    }

    /** Whether an interrupted run had it done at the backend: only what it made is to be read. */
    boolean arrived() {
        return arrived;
    }

    /** It is about to be sent: if nothing more is written, nobody knows what became of it. */
    void sending() {
        if (run.connection.isEmbedded()) {
            run.journal.write("sending", line -> line.put("step", entry));
        } else {
            run.journal.writeThrough("sending", line -> line.put("step", entry));
        }
    }
}
