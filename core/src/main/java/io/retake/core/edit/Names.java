package io.retake.core.edit;

/** Checks the names that verbs take. */
public final class Names {
    private Names() {}

    public static void require(String verb, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(verb + " needs a name, such as " + verb + " 'a name'");
        }
    }
}
