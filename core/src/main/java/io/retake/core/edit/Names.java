package io.retake.core.edit;

/** What all verbs that name something ask of the name. */
public final class Names {
    private Names() {}

    public static void require(String verb, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(verb + " needs a name, such as " + verb + " 'a name'");
        }
    }
}
