package io.retake.engine.effect.target;

import io.retake.core.edit.value.Area;
import io.retake.engine.phrase.Phrase;
import java.time.Duration;
import java.util.List;

/** The target of an effect edit on the current timeline. */
public interface EffectTarget {
    /** Returns its name, in the middle of a sentence. */
    Phrase name();

    /** Returns its first stretch: {@code 0:01-0:04}, with {@code …} after it when there are more. */
    String where();

    /** Returns how long each of its stretches is. */
    List<Duration> lengths();

    /** Returns an area of the canvas as one of the picture of the clip that is being changed. */
    Area inPicture(Area area);

    /** Returns the content hash of the color table of that name; refuses the edit when there is none. */
    String table(String name);

    /** Makes the exception that refuses the edit, to be thrown. */
    RuntimeException refused(String key, Object... values);
}
