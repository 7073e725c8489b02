package io.retake.engine.agent;

import io.retake.engine.timeline.Project;

/**
 * Reads sentences that the grammar could not parse. Its results are edits of the vocabulary and nothing else; they
 * are applied like any others, all or none.
 */
public interface Interpreter {
    /** The absent interpreter. */
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

    /** Returns whether it is configured. */
    boolean isOn();

    /**
     * Returns the edits that the words ask for. Blocks for up to its time limit; never throws because of a bad reply.
     */
    Interpretation read(String words, Project project);
}
