package io.retake.engine.agent;

/**
 * A part of a message for which nothing was done.
 *
 * @param words the user's own
 * @param why what stood in the way, and what would be understood; in the message's language
 */
public record Undone(String words, String why) {}
