package io.retake.repl.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import groovy.lang.GroovySystem;

/**
 * Prepares, on threads of its own, what every run needs and what takes longest to prepare: Groovy's registry of methods
 * and the JSON writer. Whoever needs one before it is ready waits for it, as the JVM's class initialization has it.
 */
final class WarmUp {
    private WarmUp() {}

    static void prepare() {
        start("ahead-groovy", GroovySystem::getMetaClassRegistry);
        start("ahead-json", WarmUp::writeJson);
    }

    @SuppressWarnings("ReturnValueIgnored") // what is wanted is the writer, not what it writes
    private static void writeJson() {
        JsonNodeFactory.instance.objectNode().put("a", 1).toString();
    }

    private static void start(String name, Runnable preparation) {
        Thread thread = new Thread(preparation, name);
        thread.setDaemon(true);
        thread.start();
    }
}
