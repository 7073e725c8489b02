package io.retake.engine.render.graph;

import io.retake.core.draft.Segment;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.TitleStyle;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.OpenChain;
import io.retake.engine.filter.Pad;
import io.retake.engine.render.text.Face;
import io.retake.engine.render.timeline.RenderTimeline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws captions. What stands in one place is drawn on a strip of its own, one picture for each change, and the strip is
 * laid over the film: a thousand captions cost what one costs, where a filter for each would be asked at every frame and
 * hold its fonts in memory (docs/adr/0014-draw-captions-on-a-strip.md).
 */
final class CaptionGraph {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<Face> faces = EnumSet.noneOf(Face.class);
    private final List<CaptionStrip> strips = new ArrayList<>();

    private CaptionGraph() {}

    /** The position and style of captions that share a strip. */
    private record StripKey(Position position, TitleStyle style) {}

    static CaptionGraph of(RenderTimeline scene) {
        Map<StripKey, List<Segment>> places = new LinkedHashMap<>();
        for (Segment caption : scene.captions()) {
            long from = scene.clock().frame(caption.start());
            long to = scene.clock().frame(caption.end());
            if (from < to && from < scene.frames()) {
                places.computeIfAbsent(new StripKey(caption.position(), caption.style()), place -> new ArrayList<>())
                        .add(caption);
            }
        }
        CaptionGraph captions = new CaptionGraph();
        places.forEach((place, segments) -> captions.strips.add(
                new CaptionStrip(scene, place.position(), place.style(), "c" + captions.strips.size(), segments)));
        for (CaptionStrip strip : captions.strips) {
            captions.texts.put(strip.file(), strip.commands());
            captions.faces.addAll(strip.faces());
        }
        return captions;
    }

    /** Returns a chain of the film's pictures with the captions on them. */
    OpenChain on(OpenChain film) {
        OpenChain open = film;
        for (CaptionStrip strip : strips) {
            Pad.Link captions = Pad.link(strip.name());
            Pad.Link main = Pad.link(strip.name() + "m");
            Pad.Link end = Pad.link(strip.name() + "e");
            Filter overlay =
                    Filter.of("overlay").with("x", 0).with("y", strip.top()).with("format", "yuv420");
            open = OpenChain.from(end)
                    .after(open.after(strip.source().to(captions))
                            .then(Filter.of("null"))
                            .to(main))
                    .after(OpenChain.from(main, captions)
                            .then(overlay, CanvasFilters.BT709)
                            .to(end));
        }
        return open;
    }

    /** Returns the files that the chains read. */
    Map<String, String> texts() {
        return texts;
    }

    Set<Face> faces() {
        return faces;
    }
}
