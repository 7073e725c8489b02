package io.retake.dsl.scope;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.SimpleType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements available outside a session. */
public interface ScriptScope extends Scope {

    /** Opens a session, named like the script, and runs the block in it. Returns the block's last value. */
    @Help(value = "Open a session and run the block in it", example = "session { upload 'a.mp4'; export mp4 }")
    <T extends @Nullable Object> T session(
            @DelegatesTo(value = SessionScope.class, strategy = Closure.DELEGATE_FIRST) Closure<T> block);

    /** Opens a session with a title, which names its output too. */
    <T extends @Nullable Object> T session(
            String title, @DelegatesTo(value = SessionScope.class, strategy = Closure.DELEGATE_FIRST) Closure<T> block);

    /**
     * Runs a recipe, which opens sessions of its own, with these parameters; see {@link RecipeResult} for the result.
     */
    @Help(
            value =
                    "Run a recipe: a script next to this one, one of Retake's, or one of your own in ~/.config/retake/scripts",
            example = "def film = use 'remaster', input: 'old.mp4'")
    RecipeResult use(Map<String, ?> parameters, String recipe);

    /** Runs a recipe without parameters. */
    RecipeResult use(String recipe);

    /** The compiled form of {@code use}. */
    default RecipeResult useRecipe(Map<String, ?> parameters, String recipe) {
        return use(parameters, recipe);
    }

    /** The compiled form of {@code use}. */
    default RecipeResult useRecipe(String recipe) {
        return use(recipe);
    }

    /**
     * Runs the block for each of several files, and returns its results, without nulls. A file that fails does not stop
     * the others: the failure is reported at once and again at the end, when the run fails. A failure that concerns all
     * of them, such as a refusing backend, stops the loop at once.
     */
    @Help(
            value = "Run the block for each file; a failure doesn't stop the others, and fails the run at its end",
            example = "eachFile(input) { file -> session { upload file; export mp4 } }")
    <T extends @Nullable Object> List<T> eachFile(
            List<Path> files, @ClosureParams(value = SimpleType.class, options = "java.nio.file.Path") Closure<T> work);

    /** Returns a short sample clip: generated on first use and kept. */
    @Help(value = "A short sample clip, generated on first use", example = "session { upload sampleClip() }")
    Path sampleClip();
}
