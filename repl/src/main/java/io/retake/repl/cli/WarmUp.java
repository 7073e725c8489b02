package io.retake.repl.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import groovy.lang.GroovySystem;

/**
 * Initializes, on threads of its own, what every run needs and takes longest: Groovy's method registry and the JSON
 * writer. Code that needs one earlier waits for it, by the JVM's rules of class initialization.
 */
final class WarmUp {
    private WarmUp() {}

    static void prepare() {
        start("ahead-groovy", GroovySystem::getMetaClassRegistry);
        start("ahead-json", WarmUp::writeJson);
    }

    @SuppressWarnings("ReturnValueIgnored") // only loading the writer matters, not its output
    private static void writeJson() {
        JsonNodeFactory.instance.objectNode().put("a", 1).toString();
    }

    private static void start(String name, Runnable preparation) {
        Thread thread = new Thread(preparation, name);
        thread.setDaemon(true);
        thread.start();
    }
}
