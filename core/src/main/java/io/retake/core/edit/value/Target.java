package io.retake.core.edit.value;

import io.retake.core.CoreMessages;
import java.util.HashSet;
import java.util.List;

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

    /** Several clips, each by its number. */
    record Clips(List<Integer> numbers) implements Target {
        /** Copies; rejects an empty list, numbers below 1 and duplicates. */
        public Clips {
            numbers = checked(numbers);
        }
    }

    /** Every clip but these. */
    record AllBut(List<Integer> numbers) implements Target {
        /** Copies; rejects an empty list, numbers below 1 and duplicates. */
        public AllBut {
            numbers = checked(numbers);
        }
    }

    /**
     * One object by its number, counted from 1: titles, lower thirds and overlays by when they appear, transitions by
     * the clip before them.
     */
    record Item(ObjectKind kind, int number) implements Target {
        /** Rejects a number below 1. */
        public Item {
            requireObject(kind);
            if (number < 1) {
                throw new IllegalArgumentException(CoreMessages.text("target.item-number", kind.word(), number));
            }
        }
    }

    /** The object with a text, or made from the media with a name. */
    record Worded(ObjectKind kind, String text) implements Target {
        /** Rejects an empty text, and a transition, which has none. */
        public Worded {
            requireObject(kind);
            if (text.isBlank() || kind == ObjectKind.TRANSITION) {
                throw new IllegalArgumentException(CoreMessages.text("target.item-text", kind.word(), kind.word()));
            }
        }
    }

    /** All objects of a kind. */
    record Every(ObjectKind kind) implements Target {
        /** Rejects clips and scenes: those are everything. */
        public Every {
            requireObject(kind);
        }
    }

    /** The last clip, scene or object of a kind. */
    record Last(ObjectKind kind) implements Target {}

    /** The recorded sound of clips, without their picture. */
    record Sound(Target of) implements Target {
        /** Rejects the sound of anything but the timeline, clips, a scene or a file. */
        public Sound {
            boolean footage = of instanceof Everything
                    || of instanceof Piece
                    || of instanceof Named
                    || of.equals(new Last(ObjectKind.CLIP))
                    || of.equals(new Last(ObjectKind.SCENE));
            if (!footage) {
                throw new IllegalArgumentException(CoreMessages.text("target.sound"));
            }
        }
    }

    /** Every use of an effect, by the name of its operation ({@code grain}, {@code speed}). */
    record EffectOf(String operation) implements Target {
        /** Rejects an empty name. */
        public EffectOf {
            if (operation.isBlank()) {
                throw new IllegalArgumentException(CoreMessages.text("target.no-name"));
            }
        }
    }

    /** The kinds of track that a user can name. */
    enum TrackKind {
        /** The footage. */
        VIDEO,
        /** Music laid under it. */
        MUSIC,
        /** Titles over it. */
        TEXT,
        /** Captions of a file. */
        CAPTIONS
    }

    private static void requireObject(ObjectKind kind) {
        if (kind == ObjectKind.CLIP || kind == ObjectKind.SCENE) {
            throw new IllegalArgumentException("a " + kind.word() + " has a target of its own");
        }
    }

    private static List<Integer> checked(List<Integer> numbers) {
        if (numbers.isEmpty()
                || numbers.stream().anyMatch(n -> n < 1)
                || new HashSet<>(numbers).size() < numbers.size()) {
            throw new IllegalArgumentException(CoreMessages.text("target.clips", numbers));
        }
        return List.copyOf(numbers);
    }
}
