package io.retake.nlu.frame;

import io.retake.nlu.grammar.Grammar;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Frames, and what follows from all of them. Immutable and thread-safe. */
public final class Repertoire {
    /** All frames there are, in the order of {@code frames.txt}. */
    public static final Repertoire ALL = new Repertoire(Frame.read(Grammar.text("/io/retake/nlu/frames.txt")));

    private static final String NO = "no.more";

    private final List<Frame> frames;
    private final IdentityHashMap<Frame, List<Frame>> ways = new IdentityHashMap<>();
    private final Set<String> heads = new HashSet<>();
    private final Set<String> asking = new HashSet<>();
    private final Set<String> negatable = new HashSet<>();

    Repertoire(List<Frame> frames) {
        this.frames = List.copyOf(frames);
        for (Frame frame : frames) {
            ways.put(frame, frame.ways());
            heads.addAll(frame.headCategories());
            frame.heads().stream().filter(h -> h.contains(NO)).forEach(negatable::addAll);
            frame.slots().forEach(s -> asking.add(s.category()));
        }
        asking.addAll(heads);
        negatable.remove(NO);
    }

    /** Returns the frames, in order. */
    List<Frame> frames() {
        return frames;
    }

    /** Returns a frame as several that can be asked for in one way only: a head of another way is no head. */
    List<Frame> ways(Frame frame) {
        return Optional.ofNullable(ways.get(frame)).orElseGet(frame::ways);
    }

    /** Returns whether a category is part of what asks for some frame. */
    boolean isHead(String category) {
        return heads.contains(category);
    }

    /** Returns whether a category can be a head or a value; others are only said beside a request. */
    boolean isAsking(String category) {
        return asking.contains(category);
    }

    /** Returns whether "no" before a category takes something away. */
    boolean isNegatable(String category) {
        return negatable.contains(category);
    }
}
