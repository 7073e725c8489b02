package io.retake.nlu.situation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What words such as "the last clip", "the title" or "it" can refer to: the timeline as the user sees it, and what was
 * said last. Immutable.
 *
 * @param length the timeline's length
 * @param clips the clips, in order
 * @param titles the titles, in order
 * @param lowerThirds the lower thirds, in order
 * @param overlays the overlays, in order; each one's name is its file
 * @param music the file of the music, if there is any
 * @param captions whether there are captions
 * @param transitions the numbers of the joints that have a transition: 1 is that of clips 1 and 2
 * @param effects the effects that stand on a part of the timeline; each one's name is its operation
 * @param files the names of all uploaded files
 * @param scenes the number of scenes that have been found
 * @param last the operations of the last message that changed something, in order
 * @param offers the sentences that the last answer offered, in order
 */
public record Situation(
        Duration length,
        List<Item> clips,
        List<Item> titles,
        List<Item> lowerThirds,
        List<Item> overlays,
        Optional<String> music,
        boolean captions,
        List<Integer> transitions,
        List<Item> effects,
        List<String> files,
        int scenes,
        List<ObjectNode> last,
        List<String> offers) {

    /**
     * Something on the timeline.
     *
     * @param name its file, text or operation
     * @param from where it begins
     * @param to where it ends
     */
    public record Item(String name, Duration from, Duration to) {}

    /** A session without any footage. */
    public static final Situation EMPTY = new Situation(
            Duration.ZERO,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            false,
            List.of(),
            List.of(),
            List.of(),
            0,
            List.of(),
            List.of());

    /** Copies the lists. */
    public Situation {
        clips = List.copyOf(clips);
        titles = List.copyOf(titles);
        lowerThirds = List.copyOf(lowerThirds);
        overlays = List.copyOf(overlays);
        transitions = List.copyOf(transitions);
        effects = List.copyOf(effects);
        files = List.copyOf(files);
        last = List.copyOf(last);
        offers = List.copyOf(offers);
    }

    /** Returns the uploaded files that are nowhere on the timeline. */
    public List<String> unused() {
        return files.stream()
                .filter(f -> clips.stream().noneMatch(c -> c.name().equals(f))
                        && overlays.stream().noneMatch(o -> o.name().equals(f))
                        && !music.equals(Optional.of(f))
                        && !(captions && f.matches("(?i).*\\.(srt|vtt)")))
                .toList();
    }
}
