package io.retake.dsl.scope;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.SimpleType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be said at the top of a script, outside of a session. */
public interface ScriptScope extends Scope {

    /** Opens a session, named like the script, and does what the block says in it. Its value is the block's last. */
    @Help(value = "Open a session and run the block in it", example = "session { upload 'a.mp4'; export mp4 }")
    <T extends @Nullable Object> T session(
            @DelegatesTo(value = SessionScope.class, strategy = Closure.DELEGATE_FIRST) Closure<T> block);

    /** The same under a title, which names its output too. */
    <T extends @Nullable Object> T session(
            String title, @DelegatesTo(value = SessionScope.class, strategy = Closure.DELEGATE_FIRST) Closure<T> block);

    /** Runs a recipe, which opens sessions of its own, with these parameters; see {@link RecipeResult} for what comes back. */
    @Help(
            value =
                    "Run a recipe: a script next to this one, one of Retake's, or one of your own in ~/.config/retake/scripts",
            example = "def film = use 'remaster', input: 'old.mp4'")
    RecipeResult use(Map<String, ?> parameters, String recipe);

    /** The same without parameters. */
    RecipeResult use(String recipe);

    /** What {@code use} is compiled to. */
    default RecipeResult useRecipe(Map<String, ?> parameters, String recipe) {
        return use(parameters, recipe);
    }

    /** What {@code use} is compiled to. */
    default RecipeResult useRecipe(String recipe) {
        return use(recipe);
    }

    /**
     * Does the same with each of several files, and returns what it made of them, without nulls. A file that fails stops
     * no other: it is told when it fails and once more at the end, when the run fails. What stands in the way of all of
     * them, such as a backend that refuses, stops at once.
     */
    @Help(
            value = "Run the block for each file; a failure doesn't stop the others, and fails the run at its end",
            example = "eachFile(input) { file -> session { upload file; export mp4 } }")
    <T extends @Nullable Object> List<T> eachFile(
            List<Path> files, @ClosureParams(value = SimpleType.class, options = "java.nio.file.Path") Closure<T> work);

    /** A short clip to try things on: made on first use and kept. */
    @Help(value = "A short sample clip, generated on first use", example = "session { upload sampleClip() }")
    Path sampleClip();
}
