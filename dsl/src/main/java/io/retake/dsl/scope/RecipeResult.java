package io.retake.dsl.scope;

import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a recipe, for the script that used it. It is the film that the recipe returned, or else the last one
 * that it made; {@link #getFilms} are all of them, and {@link #getValue} is its return value. Immutable.
 */
public final class RecipeResult extends Film {
    private final String recipe;
    private final @Nullable Film film;
    private final List<Film> films;
    private final @Nullable Object value;

    /** Creates the result from the recipe's return value and the films it made, in order. */
    public RecipeResult(String recipe, @Nullable Object value, List<Film> films) {
        super(Path.of(""), 0, Duration.ZERO, "");
        this.recipe = recipe;
        this.value = value;
        this.films = List.copyOf(films);
        this.film = value instanceof Film returned ? returned : films.isEmpty() ? null : films.get(films.size() - 1);
    }

    /** Returns all films that it made, in order. */
    public List<Film> getFilms() {
        return films;
    }

    /** Returns its return value. */
    public @Nullable Object getValue() {
        return value;
    }

    @Override
    public Path getPath() {
        return film().getPath();
    }

    @Override
    public long getSize() {
        return film().getSize();
    }

    @Override
    public Duration getDuration() {
        return film().getDuration();
    }

    @Override
    public String getFormat() {
        return film().getFormat();
    }

    @Override
    public @Nullable FilmReceipt getReceipt() {
        return film().getReceipt();
    }

    private Film film() {
        if (film == null) {
            throw new DslException(
                    ScriptMessages.text("recipe.no-film", recipe), ScriptMessages.text("recipe.no-film-advice"));
        }
        return film;
    }

    /** Returns the film's path, or the recipe's return value. */
    @Override
    public String toString() {
        return film == null ? String.valueOf(value) : film.toString();
    }
}
