package io.retake.repl.view.timeline;

import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Role;
import java.util.Locale;
import java.util.Optional;

/** The kind of a track as users see it: the word that {@code on:} takes, if there is one, and its role. */
enum TrackKind {
    VIDEO("Video", Role.VIDEO),
    OVERLAY("Overlay", Role.OVERLAY),
    SOUND("Sound", Role.AUDIO),
    MUSIC("Music", Role.AUDIO),
    TEXT("Text", Role.TEXT),
    OTHER("Track", Role.OTHER);

    private final String word;
    private final Role role;

    TrackKind(String word, Role role) {
        this.word = word;
        this.role = role;
    }

    String word() {
        return word;
    }

    /** Returns the kind in the user's language. */
    String label() {
        return ProgramMessages.text("track." + word.toLowerCase(Locale.ROOT));
    }

    Role role() {
        return role;
    }

    static TrackKind of(Track track) {
        Optional<TrackType> type = track.type();
        if (type.isEmpty()) {
            return OTHER;
        }
        return switch (type.get()) {
            case VIDEO -> track.overlay() ? OVERLAY : VIDEO;
            case AUDIO -> track.sound() ? SOUND : MUSIC;
            case TEXT -> TEXT;
        };
    }
}
