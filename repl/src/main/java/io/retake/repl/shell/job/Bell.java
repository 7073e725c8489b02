package io.retake.repl.shell.job;

import io.retake.dsl.event.RunEvent;
import io.retake.dsl.event.RunListener;

/** Rings the bell when a job ends, for a user who is looking elsewhere. */
public record Bell(RunListener view, Runnable ring) implements RunListener {
    @Override
    public void on(RunEvent event) {
        view.on(event);
        if (event instanceof RunEvent.Finished) {
            ring.run();
        }
    }
}
