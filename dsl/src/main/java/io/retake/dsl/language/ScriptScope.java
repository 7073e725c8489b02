package io.retake.dsl.language;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What can be said at the top of a script, outside of a session. */
public interface ScriptScope extends Scope {

    /** Opens a session, named like the script, and does what the block says in it. Its value is the block's last. */
    @Help(
            value = "Opens a session and does what the block says in it.",
            example = "session { upload 'a.mp4'; export mp4 }")
    <T extends @Nullable Object> T session(
            @DelegatesTo(value = SessionScope.class, strategy = Closure.DELEGATE_FIRST) Closure<T> block);

    /** The same under a title, which names its output too. */
    <T extends @Nullable Object> T session(
            String title, @DelegatesTo(value = SessionScope.class, strategy = Closure.DELEGATE_FIRST) Closure<T> block);

    /** A short clip to try things on: made on first use and kept. */
    @Help(value = "A short clip to try things on, made on first use.", example = "session { upload sampleClip() }")
    Path sampleClip();
}
