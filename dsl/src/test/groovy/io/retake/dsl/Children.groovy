package io.retake.dsl

import spock.util.concurrent.PollingConditions

/** Processes that this JVM began. */
class Children {
    static Set<Long> now() { ProcessHandle.current().descendants().map { it.pid() }.toList() as Set }

    /** Whether none is left but those that others began before: one that was killed is there until the JVM has asked after it. */
    static boolean gone(Set<Long> others) {
        new PollingConditions(timeout: 20, delay: 0.01).eventually { assert (now() - others).isEmpty() }
        true
    }
}
