package io.retake.dsl.scope;

import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Target;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.util.Locale;

/** Objects of a timeline as values of a running script. */
public final class ObjectTargets {
    private ObjectTargets() {}

    /**
     * Returns an object by its number or its text.
     *
     * @throws DslException when it is neither
     */
    public static Target of(String kind, Object which) {
        ObjectKind of = ObjectKind.valueOf(kind.toUpperCase(Locale.ROOT).replace(' ', '_'));
        if (which instanceof Integer number) {
            return new Target.Item(of, number);
        }
        if (which instanceof CharSequence text) {
            return new Target.Worded(of, text.toString());
        }
        throw new DslException(
                ScriptMessages.text("target.no-object", kind, which), ScriptMessages.text("target.no-object-advice"));
    }
}
