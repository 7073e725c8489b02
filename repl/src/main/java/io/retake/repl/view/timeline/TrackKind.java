package io.retake.repl.view.timeline;

import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Role;
import java.util.Optional;

/** The kind of a track as users see it: the word that {@code on:} takes, if there is one, and its role. */
enum TrackKind {
    VIDEO("Video", "track.video", Role.VIDEO),
    OVERLAY("Overlay", "track.overlay", Role.OVERLAY),
    SOUND("Sound", "track.sound", Role.AUDIO),
    MUSIC("Music", "track.music", Role.AUDIO),
    TEXT("Text", "track.text", Role.TEXT),
    OTHER("Track", "track.track", Role.OTHER);

    private final String word;
    private final String label;
    private final Role role;

    TrackKind(String word, String label, Role role) {
        this.word = word;
        this.label = label;
        this.role = role;
    }

    String word() {
        return word;
    }

    /** Returns the kind in the user's language. */
    String label() {
        return ProgramMessages.text(label);
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
