package io.retake.engine.agent.offer;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.Edit;
import io.retake.core.protocol.TerminalText;
import io.retake.core.vocabulary.Sentences;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.Dialogue;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Timelines;
import java.util.ArrayList;
import java.util.List;

/** Edits that fit a timeline, for a user who asks for edits and names none: "edit my clips". */
public final class Suggestions {
    private static final int MOST = 3;
    private static final int HD = 1080;

    private Suggestions() {}

    /** Returns up to three of them, each possible and none of them done yet; empty without footage. */
    public static List<List<Edit>> of(Project project) {
        return candidates(project).stream()
                .map(Suggestions::edits)
                .filter(edits -> Rehearsal.succeeds(edits, project))
                .limit(MOST)
                .toList();
    }

    private static List<List<String>> candidates(Project project) {
        Draft draft = project.draft();
        List<Segment> clips = Timelines.video(draft).segments();
        boolean heard =
                project.media().stream().anyMatch(asset -> asset.kind() == Asset.AssetKind.VIDEO && asset.hasAudio());
        List<List<String>> all = new ArrayList<>();
        if (clips.size() > 1) {
            all.add(List.of("Add a crossfade transition of 0.5 s"));
        }
        if (heard) {
            all.add(List.of("Cut the silence longer than 0.5 s"));
        }
        if (draft.canvas().map(Canvas::lines).filter(lines -> lines < HD).isPresent()) {
            all.add(List.of("Upscale to 1080p"));
        }
        all.add(List.of("Fix the color automatically"));
        all.add(List.of("Stabilize the footage"));
        return all;
    }

    private static List<Edit> edits(List<String> sentences) {
        return sentences.stream().map(s -> Sentences.read(s).orElseThrow()).toList();
    }

    /** Returns the question which of them is wanted. */
    public static Phrase question(String words, List<List<Edit>> offers) {
        List<Object> values = new ArrayList<>(List.of(TerminalText.excerpt(words, 120)));
        offers.forEach(offer -> values.add(Dialogue.text(offer)));
        return Phrase.of(
                switch (offers.size()) {
                    case 0 -> "task.open";
                    case 1 -> "task.open-one";
                    case 2 -> "task.open-two";
                    default -> "task.open-three";
                },
                values.toArray());
    }
}
