package io.retake.engine.agent.read;

import java.util.Set;

/**
 * A word, a number or a phrase of a message.
 *
 * @param kind its grammatical role
 * @param value its meaning; the type depends on the kind; an empty text if there is none
 * @param start its start in the message
 * @param end its end in the message, exclusive
 */
record Token(Kind kind, Object value, int start, int end) {

    boolean is(Kind... kinds) {
        for (Kind k : kinds) {
            if (k == kind) {
                return true;
            }
        }
        return false;
    }

    boolean is(Set<Kind> kinds) {
        return kinds.contains(kind);
    }

    <T> T as(Class<T> type) {
        return type.cast(value);
    }

    String text() {
        return value.toString();
    }

    double number() {
        return ((Amount) value).value();
    }
}
