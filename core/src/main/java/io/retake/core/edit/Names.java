package io.retake.core.edit;

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
            throw new IllegalArgumentException(verb + " needs a name, such as " + verb + " 'a name'");
        }
    }
}
