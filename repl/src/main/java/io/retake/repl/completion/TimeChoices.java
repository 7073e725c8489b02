package io.retake.repl.completion;

import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Times;
import io.retake.core.vocabulary.Notations;
import io.retake.repl.message.ProgramMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Times of events on a timeline: starts and ends of clips, scenes and texts. */
public final class TimeChoices {
    private static final int MOST = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final Map<Duration, String> marks = new TreeMap<>();

    private TimeChoices(CompletionContext known) {
        Duration end = known.draft().map(draft -> draft.duration()).orElse(Duration.ZERO);
        for (CompletionContext.NumberedRange clip : known.clips()) {
            marks.put(clip.from(), ProgramMessages.text("completion.start-of-clip", clip.number(), named(clip.name())));
            if (clip.to().compareTo(end) < 0) {
                mark(clip.to(), ProgramMessages.text("completion.end-of-clip", clip.number(), named(clip.name())));
            }
        }
        for (CompletionContext.NumberedRange scene : known.scenes()) {
            mark(scene.from(), ProgramMessages.text("completion.start-of-scene", scene.number()));
        }
        for (Track track : known.draft().map(d -> d.tracks(TrackType.TEXT)).orElse(List.of())) {
            track.segments().stream().limit(MOST).forEach(text -> {
                mark(
                        text.start(),
                        ProgramMessages.text(
                                "completion.start-of-text", text.text().orElse("")));
                mark(
                        text.end(),
                        ProgramMessages.text(
                                "completion.end-of-text", text.text().orElse("")));
            });
        }
        if (!end.isZero()) {
            mark(end, ProgramMessages.text("completion.the-end"));
        }
    }

    /** Labels a time. The first label wins, except that the start of a clip replaces any other. */
    private void mark(Duration at, String what) {
        marks.putIfAbsent(at, what);
    }

    private static String named(String name) {
        return name.isBlank() ? "" : " · " + name;
    }

    /** Returns the times as literals of a script. */
    static List<Choice> literals(CompletionContext known) {
        List<Choice> choices = new ArrayList<>();
        new TimeChoices(known).marks.forEach((at, what) -> choices.add(Choice.of(literal(at), what)));
        return choices.subList(0, Math.min(MOST, choices.size()));
    }

    /** Returns the times as a command takes them: {@code 0:12.5}. */
    public static List<Choice> times(CompletionContext known) {
        List<Choice> choices = new ArrayList<>();
        new TimeChoices(known).marks.forEach((at, what) -> choices.add(Choice.of(Times.write(at), what)));
        return choices.subList(0, Math.min(MOST, choices.size()));
    }

    /** Returns the ranges of clips and scenes, as a command takes them. */
    public static List<Choice> ranges(CompletionContext known) {
        List<Choice> choices = new ArrayList<>();
        known.clips()
                .forEach(clip -> choices.add(
                        range(clip, ProgramMessages.text("completion.named-clip", clip.number(), named(clip.name())))));
        known.scenes()
                .forEach(scene -> choices.add(range(scene, ProgramMessages.text("completion.scene", scene.number()))));
        return choices.subList(0, Math.min(MOST, choices.size()));
    }

    private static Choice range(CompletionContext.NumberedRange part, String about) {
        return Choice.of(Times.write(part.from()) + "-" + Times.write(part.to()), about);
    }

    private static String literal(Duration at) {
        return at.compareTo(MINUTE) < 0
                ? Notations.MOMENT.script(Moment.at(at))
                : StringLiterals.quoted(Notations.MOMENT.write(Moment.at(at)));
    }
}
