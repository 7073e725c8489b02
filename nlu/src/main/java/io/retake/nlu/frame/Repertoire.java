package io.retake.nlu.frame;

import io.retake.nlu.grammar.Grammar;
import java.util.List;

/** All frames there are. */
public final class Repertoire {
    /** The frames, in the order of {@code frames.txt}. */
    public static final List<Frame> FRAMES = List.copyOf(Frame.read(Grammar.text("/io/retake/nlu/frames.txt")));

    private Repertoire() {}
}
