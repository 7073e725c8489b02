package io.retake.core.edit.sound;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Level;

/** Lays music under the whole timeline, looped or cut to fit. */
@Verb(
        group = Group.SOUND,
        name = "music",
        help = "Add background music to the whole timeline, looped or cut to fit.",
        example = "music 'song.mp3', volume: 35.percent, duck: true",
        sentence = "Add the music {file}[ at {volume}][duck? with ducking under speech]")
public record Music(
        @Arg(help = "the sound file, uploaded to the session", file = true, positional = true)
        String file,

        @Arg(help = "its level", byDefault = "35%") Level volume,

        @Arg(help = "duck the music while the footage is loud", byDefault = "no")
        boolean duck)
        implements Edit {
    /** Rejects an empty name. */
    public Music {
        if (file.isBlank()) {
            throw new IllegalArgumentException(CoreMessages.text("music.empty"));
        }
    }
}
