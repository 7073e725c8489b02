package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.arrange.Reorder;
import io.retake.core.edit.arrange.Repeat;
import io.retake.core.edit.arrange.Swap;
import io.retake.core.edit.value.Order;
import io.retake.core.edit.value.Target;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.ClipOrder;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Scenes;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.Timelines;
import io.retake.engine.timeline.UploadedClips;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Edits of the order of clips and scenes. The pieces of a scene stay together. */
final class OrderEdits {
    private OrderEdits() {}

    @SuppressWarnings("ReferenceEquality") // the same footage twice is two clips
    static Result swap(Project project, Swap edit) {
        Draft draft = project.draft();
        List<Segment> first = pieces(draft, edit.first());
        List<Segment> with = pieces(draft, edit.with());
        List<Segment> order = new ArrayList<>();
        for (Segment clip : Timelines.video(draft).segments()) {
            if (clip == first.get(0)) {
                order.addAll(with);
            } else if (clip == with.get(0)) {
                order.addAll(first);
            } else if (Stream.concat(first.stream(), with.stream()).noneMatch(moved -> moved == clip)) {
                order.add(clip);
            }
        }
        Draft next = ClipOrder.of(draft, order, project.media());
        return Result.of(
                UploadedClips.named(next, ids(Stream.concat(first.stream(), with.stream()))),
                "order.swapped",
                Targets.what(edit.first()),
                Targets.what(edit.with()));
    }

    static Result reorder(Project project, Reorder edit) {
        Draft draft = project.draft();
        List<Segment> clips = Timelines.video(draft).segments();
        Order order = edit.order();
        if (order instanceof Order.Scenes scenes) {
            return ordered(
                    project,
                    scenes.scenes().stream()
                            .flatMap(n -> Scenes.named(draft, n).stream())
                            .toList());
        }
        if (order instanceof Order.Moved moved) {
            return ordered(project, moved(draft, moved), pieces(draft, moved.piece()));
        }
        if (order instanceof Order.By by) {
            return ordered(project, by(clips, by.rule()));
        }
        return ordered(
                project,
                ((Order.Listed) order)
                        .clips().stream().map(n -> Targets.clip(draft, n)).toList());
    }

    /** Returns the clip, or all pieces of the scene. */
    private static List<Segment> pieces(Draft draft, Target.Piece piece) {
        return piece instanceof Target.Scene
                ? Scenes.named(draft, piece.number())
                : List.of(Targets.clip(draft, piece.number()));
    }

    private static List<Segment> moved(Draft draft, Order.Moved moved) {
        List<Segment> pieces = pieces(draft, moved.piece());
        List<Segment> order = new ArrayList<>(Timelines.video(draft).segments());
        order.removeAll(pieces);
        int at = moved.place() == Order.Edge.FIRST ? 0 : order.size();
        if (moved.place() instanceof Order.Beside beside) {
            List<Segment> others = pieces(draft, beside.piece());
            at = beside.after() ? order.indexOf(others.get(others.size() - 1)) + 1 : order.indexOf(others.get(0));
        }
        order.addAll(at, pieces);
        return order;
    }

    /** Gives the clips another order, which places each of them. */
    static Result ordered(Project project, List<Segment> order) {
        return ordered(project, order, order);
    }

    private static Result ordered(Project project, List<Segment> order, List<Segment> named) {
        Draft draft = project.draft();
        List<Segment> clips = Timelines.video(draft).segments();
        if (order.equals(clips)) {
            return Result.of(draft, "order.same");
        }
        int gone = clips.size() - order.size();
        Draft next = ClipOrder.of(draft, order, project.media());
        return Result.of(
                UploadedClips.named(next, ids(named.stream())),
                "order.reordered",
                numbers(clips, order),
                gone == 0 ? Phrase.NOTHING : Phrase.of("order.unnamed-removed", gone));
    }

    private static Set<String> ids(Stream<Segment> clips) {
        return clips.map(Segment::id).collect(Collectors.toSet());
    }

    private static List<Segment> by(List<Segment> clips, Order.Rule rule) {
        return switch (rule) {
            case REVERSED -> {
                List<List<Segment>> units = Scenes.units(clips);
                Collections.reverse(units);
                yield units.stream().flatMap(List::stream).toList();
            }
            case SHORTEST_FIRST -> sorted(clips, OrderEdits::lengthMs);
            case LONGEST_FIRST -> sorted(clips, unit -> -lengthMs(unit));
            default -> throw EditRejected.of("order.by-loudness");
        };
    }

    /** Sorts clips, or scenes as a whole, by an ascending value; stable. */
    static List<Segment> sorted(List<Segment> clips, ToDoubleFunction<List<Segment>> figure) {
        return Scenes.units(clips).stream()
                .sorted(Comparator.comparingDouble(figure))
                .flatMap(List::stream)
                .toList();
    }

    private static double lengthMs(List<Segment> unit) {
        return unit.stream().mapToLong(s -> s.duration().toMillis()).sum();
    }

    private static String numbers(List<Segment> clips, List<Segment> order) {
        List<String> ids = clips.stream().map(Segment::id).toList();
        String first = String.join(
                ", ",
                order.stream()
                        .limit(12)
                        .map(s -> String.valueOf(ids.indexOf(s.id()) + 1))
                        .toList());
        return order.size() > 12 ? first + " …" : first;
    }

    static Result repeat(Project project, Repeat edit) {
        Draft draft = project.draft();
        List<Segment> clips = Timelines.video(draft).segments();
        Selection chosen = Selection.of(draft, edit.on());
        boolean whole = chosen.isOfTimeline();
        List<List<Segment>> units = whole
                ? List.of(clips)
                : edit.on() instanceof Target.Scene
                        ? Scenes.units(clips)
                        : clips.stream().map(List::of).toList();
        List<Segment> order = new ArrayList<>();
        int clip = 0;
        for (List<Segment> unit : units) {
            int times = whole || chosen.has(clip) ? edit.times() : 1;
            for (int i = 0; i < times; i++) {
                order.addAll(unit);
            }
            clip += unit.size();
        }
        Draft next = ClipOrder.of(draft, order, project.media());
        return Result.of(next, "order.repeated", edit.times(), Timelines.time(Timelines.lengthMs(next)));
    }
}
