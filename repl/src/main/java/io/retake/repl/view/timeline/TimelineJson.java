package io.retake.repl.view.timeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import java.util.List;
import java.util.Locale;

/**
 * {@code /timeline --json}: the timeline for programs. Times are in milliseconds, levels and speeds are factors,
 * effects are as in the draft; absent values are omitted.
 */
public final class TimelineJson {
    private TimelineJson() {}

    /** Returns the timeline as one object. */
    public static ObjectNode of(Draft draft) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        draft.title().ifPresent(title -> json.put("title", title));
        json.put("durationMs", draft.duration().toMillis());
        draft.canvas().ifPresent(canvas -> json.put("width", canvas.width()).put("height", canvas.height()));
        draft.fps().ifPresent(fps -> json.put("fps", fps));
        effects(json, draft.effects());
        ArrayNode tracks = json.putArray("tracks");
        ObjectNames names = ObjectNames.of(draft);
        draft.tracks().forEach(track -> tracks.add(track(track, names)));
        return json;
    }

    private static ObjectNode track(Track track, ObjectNames names) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("kind", TrackKind.of(track).word().toLowerCase(Locale.ROOT));
        track.title().ifPresent(title -> json.put("title", title));
        ArrayNode segments = json.putArray("segments");
        track.segments().forEach(segment -> segments.add(segment(segment, names)));
        return json;
    }

    private static ObjectNode segment(Segment segment, ObjectNames names) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", segment.id())
                .put("fromMs", segment.start().toMillis())
                .put("toMs", segment.end().toMillis());
        names.of(segment).ifPresent(name -> json.put("object", name));
        segment.title().ifPresent(title -> json.put("name", title));
        segment.text().ifPresent(text -> json.put("text", text));
        segment.media()
                .ifPresent(media -> json.put("media", media)
                        .put("sourceFromMs", segment.in().toMillis()));
        json.put("speed", segment.speed()).put("level", segment.gain());
        if (segment.frozen()) {
            json.put("frozen", true);
        }
        if (segment.loops()) {
            json.put("loops", true);
        }
        segment.blend()
                .ifPresent(blend -> json.putObject("comesIn")
                        .put("object", names.transition(segment).orElse(""))
                        .put("kind", blend.kind().name().toLowerCase(Locale.ROOT))
                        .put("lengthMs", blend.duration().toMillis()));
        effects(json, segment.effects());
        return json;
    }

    private static void effects(ObjectNode json, List<Effect> effects) {
        if (!effects.isEmpty()) {
            ArrayNode array = json.putArray("effects");
            effects.forEach(effect -> array.add(effect.json()));
        }
    }
}
