package io.retake.engine.agent;

import io.retake.engine.timeline.Project;

/**
 * Reads words that the grammar made no sense of. What it makes of them are edits of the vocabulary and nothing else; they
 * are applied like any others, all or none.
 */
public interface Interpreter {
    /** There is none. */
    Interpreter NONE = new Interpreter() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public Interpretation read(String words, Project project) {
            throw new IllegalStateException("there is no interpreter");
        }
    };

    /** Whether it may be asked at all. */
    boolean isOn();

    /**
     * Returns the edits that the words ask for. Blocks for up to its time limit; never throws because of a bad reply.
     */
    Interpretation read(String words, Project project);
}
