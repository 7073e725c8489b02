package io.retake.engine.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One operation that the agent ran for a message: what a client sees as a tool call and its result.
 *
 * @param operation the operation's name, such as {@code trim}
 * @param args its arguments, as the vocabulary writes them, without the name
 * @param result the outcome, as text for the user
 * @param done whether the timeline is now as requested; false when the operation was refused
 * @param offered whether the message only accepted an offer, so that it means nothing without the one before
 */
public record AgentStep(String operation, ObjectNode args, String result, boolean done, boolean offered) {
    /** Copies. */
    public AgentStep {
        args = args.deepCopy();
    }

    /** The caller's own copy. */
    @Override
    public ObjectNode args() {
        return args.deepCopy();
    }
}
