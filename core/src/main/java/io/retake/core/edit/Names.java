package io.retake.core.edit;

import io.retake.core.CoreMessages;

/** Checks the names that verbs take. */
public final class Names {
    private Names() {}

    /**
     * Checks the name that a verb is given.
     *
     * @throws IllegalArgumentException when it is blank; the message names the verb
     */
    public static void require(String verb, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(CoreMessages.text("edit.no-name", verb, verb));
        }
    }
}
