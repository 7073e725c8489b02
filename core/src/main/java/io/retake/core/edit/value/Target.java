package io.retake.core.edit.value;

import io.retake.core.CoreMessages;

/** The target of an edit. */
public sealed interface Target {

    /** The whole timeline. */
    Target EVERYTHING = new Everything();

    /** The whole timeline. */
    record Everything() implements Target {}

    /** A clip or a scene, by its number: the units that can be reordered. */
    sealed interface Piece extends Target {
        /** Returns the number, counted from 1. */
        int number();
    }

    /** One clip of the video track, counted from 1 in timeline order. */
    record Clip(int number) implements Piece {
        /** Rejects a number below 1. */
        public Clip {
            if (number < 1) {
                throw new IllegalArgumentException(CoreMessages.text("target.clip-number", number));
            }
        }
    }

    /**
     * One scene, by the number that {@code FindScenes} gave it; it keeps the number wherever its pieces move. If no
     * scenes have been detected yet, they are detected first.
     */
    record Scene(int number) implements Piece {
        /** Rejects a number below 1. */
        public Scene {
            if (number < 1) {
                throw new IllegalArgumentException(CoreMessages.text("target.scene-number", number));
            }
        }
    }

    /** Every segment made from the media with this name. */
    record Named(String name) implements Target {
        /** Rejects an empty name. */
        public Named {
            if (name.isBlank()) {
                throw new IllegalArgumentException(CoreMessages.text("target.no-name"));
            }
        }
    }

    /** Every segment of one kind of track. */
    record Layer(TrackKind kind) implements Target {}

    /** The kinds of track that a user can name. */
    enum TrackKind {
        /** The footage. */
        VIDEO,
        /** Music laid under it. */
        MUSIC,
        /** Titles over it. */
        TEXT
    }
}
