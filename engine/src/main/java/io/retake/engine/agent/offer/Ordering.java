package io.retake.engine.agent.offer;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.arrange.Remove;
import io.retake.core.edit.session.FindScenes;
import io.retake.core.edit.session.Undo;
import io.retake.core.edit.value.Range;
import io.retake.core.edit.value.Target;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.engine.timeline.Timelines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Times and numbers in one message mean the timeline before it. One edit after another keeps that true only if none moves
 * what a later one names.
 */
public final class Ordering {
    private static final Pattern TIME = Pattern.compile("\"(?:\\d+:)?\\d+:\\d\\d[^\"]*\"");
    private static final Pattern NUMBER = Pattern.compile(
            "\"(?:clip|scene|title|overlay|transition|lower third) \\d+|\"(?:order|first|with|after|clips)\":");

    /** More edits have too many orders. */
    private static final int MOST_ORDERED = 4;

    private Ordering() {}

    /** Returns the edits with all that is cut out as one edit, since each cut would move the next one's range. */
    static Optional<List<Edit>> of(List<Edit> edits) {
        boolean cuts = edits.size() > 1 && edits.stream().allMatch(Ordering::isCut);
        if (!cuts) {
            return Optional.of(edits);
        }
        try {
            List<Range> all = edits.stream()
                    .flatMap(e -> ((Remove) e).range().list().stream())
                    .toList();
            return Optional.of(List.of(new Remove(Ranges.of(all), Target.EVERYTHING)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // they overlap
        }
    }

    /**
     * Returns the edits in the first order, if there is one, that is possible; the order in which they were said comes
     * first.
     */
    static Optional<List<Edit>> inOrder(List<Edit> edits, Predicate<List<Edit>> possible) {
        boolean ordered = edits.size() > MOST_ORDERED
                || edits.stream().anyMatch(e -> e instanceof FindScenes || e instanceof Undo);
        return ordered ? Optional.of(edits).filter(possible) : inOrder(List.of(), edits, possible);
    }

    private static Optional<List<Edit>> inOrder(List<Edit> first, List<Edit> others, Predicate<List<Edit>> possible) {
        if (others.isEmpty()) {
            return Optional.of(first).filter(possible);
        }
        for (int i = 0; i < others.size(); i++) {
            List<Edit> longer = new ArrayList<>(first);
            List<Edit> rest = new ArrayList<>(others);
            longer.add(rest.remove(i));
            Optional<List<Edit>> found = inOrder(longer, rest, possible);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isCut(Edit edit) {
        return edit instanceof Remove cut
                && cut.on().equals(Target.EVERYTHING)
                && !cut.range().isExcept();
    }

    /** Returns whether an edit no longer means what was said, after others changed the timeline. */
    static boolean isMoved(Edit edit, Draft said, Draft now) {
        String json = Vocabulary.toJson(edit).toString();
        boolean timed = TIME.matcher(json).find();
        boolean numbered = NUMBER.matcher(json).find() || (edit instanceof Targeted t && t.on() instanceof Target.Clip);
        return (timed && isShifted(said, now)) || (numbered && isRenumbered(said, now));
    }

    /** Returns whether something is now at another time than before. */
    public static boolean isShifted(Draft before, Draft now) {
        return !pictures(before).equals(pictures(now));
    }

    private static boolean isRenumbered(Draft before, Draft now) {
        return Timelines.video(before).segments().size()
                        != Timelines.video(now).segments().size()
                || isShifted(before, now);
    }

    /** Each medium's offset from the film, by time, however the footage is cut into pieces. */
    private static List<String> pictures(Draft draft) {
        List<Segment> clips = Timelines.video(draft).segments();
        List<String> places = clips.stream()
                .map(c -> c.media().orElse("") + " " + c.speed() + " " + offset(c))
                .collect(Collectors.toList());
        places.add(String.valueOf(Timelines.lengthMs(draft)));
        for (int i = places.size() - 1; i > 0; i--) {
            if (places.get(i).equals(places.get(i - 1))) {
                places.remove(i);
            }
        }
        return places;
    }

    private static long offset(Segment clip) {
        return clip.start().toMillis() - Math.round(clip.in().toMillis() / clip.speed());
    }
}
