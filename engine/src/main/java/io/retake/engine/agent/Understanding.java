package io.retake.engine.agent;

import io.retake.core.Language;
import io.retake.core.draft.Canvas;
import io.retake.core.edit.Edit;
import io.retake.core.edit.value.Fit;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;
import io.retake.core.protocol.MediaType;
import io.retake.engine.agent.offer.ImaginedProject;
import io.retake.engine.agent.offer.Suggestions;
import io.retake.engine.agent.read.Clause;
import io.retake.engine.agent.read.Reader;
import io.retake.engine.agent.read.Surroundings;
import io.retake.engine.agent.read.Wording;
import io.retake.engine.phrase.MessageLanguage;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Dialogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the parts of a message that the agent would not act on, as far as the message alone shows it. */
public final class Understanding {
    /**
     * Clip counts of the timelines to try: "the two clips", "clip 5", "the last scene" each make sense on some of them.
     */
    private static final List<Integer> CLIPS = List.of(1, 2, 3, 5, 40);
    /** Characters. A longer message names so much that another clip count changes little, and parsing it takes long. */
    private static final int SHORT = 1000;

    private Understanding() {}

    /**
     * The parts that are not understood on any timeline; empty when all are on some.
     *
     * @param files the names of the media that the session has
     */
    public static List<Undone> undone(String message, List<String> files) {
        Found fewest = Found.NOTHING;
        for (int clips : message.length() <= SHORT ? CLIPS : CLIPS.subList(3, 4)) {
            Found found = undone(message, new Imagined(files, clips));
            if (found.undone().isEmpty()) {
                return rivals(message, files);
            }
            boolean fewer = found.undone().size() < fewest.undone().size();
            fewest = fewest.undone().isEmpty() || fewer ? found : fewest;
        }
        boolean sure = !fewest.refuses()
                && ImaginedProject.reading(plain(message, files), files)
                        .filter(ImaginedProject.Imagined::sure)
                        .isPresent();
        if (sure) {
            return List.of();
        }
        Map<Undone, String> rests = fewest.rests();
        Language language = MessageLanguage.of(message);
        return fewest.undone().stream()
                .map(undone -> new Undone(undone.words(), suggestion(undone, rests, files, language)))
                .toList();
    }

    /** A message that is understood in two ways is asked about when it is run, so it is no instruction. */
    private static List<Undone> rivals(String message, List<String> files) {
        List<List<List<Edit>>> asked = ImaginedProject.of(files).stream()
                .map(project -> LocalAgent.rivals(project, message))
                .toList();
        if (asked.get(0).isEmpty() || !asked.stream().allMatch(asked.get(0)::equals)) {
            return List.of();
        }
        String readings = asked.get(0).stream().map(Dialogue::text).collect(Collectors.joining(" / "));
        Phrase why = Phrase.of("offer.write-one", readings);
        return List.of(new Undone(message.strip(), why.in(MessageLanguage.of(message))));
    }

    /** Returns the words as the agent reads them where every file is one clip. */
    private static String plain(String words, List<String> files) {
        int videos = new Imagined(files, 1).videos().size();
        return Wording.plain(words, new Imagined(files, videos));
    }

    /** A likely reading helps more than a sentence of the same kind. */
    private static String suggestion(Undone undone, Map<Undone, String> rests, List<String> files, Language language) {
        return Optional.ofNullable(rests.get(undone))
                .flatMap(rest -> ImaginedProject.reading(plain(rest, files), files))
                .map(reading -> Phrase.of("agent.try", reading.text()).in(language))
                .orElse(undone.why());
    }

    /**
     * The parts without an operation.
     *
     * @param rests of those that are not understood, the words with what stands around them
     * @param refuses whether the grammar knows why nothing else can be meant
     */
    private record Found(List<Undone> undone, Map<Undone, String> rests, boolean refuses) {
        static final Found NOTHING = new Found(List.of(), Map.of(), false);
    }

    private static Found undone(String message, Surroundings surroundings) {
        Language language = MessageLanguage.of(message);
        Unfinished unfinished = new Unfinished(language);
        Map<Undone, String> rests = new HashMap<>();
        Reader reader = Reader.of(message, surroundings);
        while (reader.hasNext()) {
            Clause clause = reader.next(surroundings);
            unfinished.next(clause);
            if (clause instanceof Clause.Open open) {
                unfinished.add(open.words(), Suggestions.question(open.words(), List.of()));
            }
            if (clause instanceof Clause.NotUnderstood unknown) {
                Phrase why = Phrase.of("agent.try", unknown.nearest());
                unfinished.add(unknown.words(), why);
                String rest = message.strip().substring(unknown.from(), unknown.to());
                rests.put(new Undone(unknown.words(), why.in(language)), rest);
            }
        }
        return new Found(List.copyOf(unfinished.all()), rests, unfinished.isRefusal());
    }

    /** An imagined timeline of so many ten-second clips, which has everything else that a sentence may mention. */
    private record Imagined(List<String> files, int clips) implements Surroundings {
        private static final int SECONDS = 10;
        private static final int SCENES = 40;

        @Override
        public Optional<Canvas> canvas() {
            return Optional.of(new Canvas(1280, 720, Fit.CROP, false));
        }

        @Override
        public double gain(Target on) {
            return 1;
        }

        /** Returns at least as many videos as there are clips. */
        @Override
        public List<String> videos() {
            List<String> videos =
                    new ArrayList<>(files.stream().filter(Imagined::isVideo).toList());
            for (int number = videos.size() + 1; number <= clips; number++) {
                videos.add("video " + number + ".mp4");
            }
            return videos;
        }

        private static boolean isVideo(String file) {
            return MediaType.ofName(file)
                    .filter(type -> type.kind() == MediaType.MediaKind.VIDEO)
                    .isPresent();
        }

        @Override
        public List<Double> speeds(Target on) {
            return List.of(1.0);
        }

        @Override
        public List<String> songs() {
            return ofKind(MediaType.MediaKind.AUDIO, "song.mp3");
        }

        @Override
        public List<String> captions() {
            return ofKind(MediaType.MediaKind.CAPTIONS, "captions.srt");
        }

        /** Returns only the first file of that kind: an ambiguous name is reported later, on the real timeline. */
        private List<String> ofKind(MediaType.MediaKind kind, String otherwise) {
            return List.of(files.stream()
                    .filter(name -> MediaType.ofName(name)
                            .filter(type -> type.kind() == kind)
                            .isPresent())
                    .min(Comparator.naturalOrder())
                    .orElse(otherwise));
        }

        @Override
        public int scenes() {
            return SCENES;
        }

        @Override
        public List<Moment> clip(int number) {
            return number > clips ? List.of() : piece(number);
        }

        @Override
        public List<Moment> scene(int number) {
            return number > SCENES ? List.of() : piece(number);
        }

        private static List<Moment> piece(int number) {
            return List.of(
                    Moment.at(Duration.ofSeconds((number - 1L) * SECONDS)),
                    Moment.at(Duration.ofSeconds((long) number * SECONDS)));
        }

        @Override
        public List<Integer> clipsOf(String file) {
            List<String> pictures = new ArrayList<>(files);
            int at = pictures.indexOf(file);
            return List.of(at < 0 ? 1 : Math.min(at + 1, clips));
        }

        @Override
        public int changes() {
            return 1;
        }

        @Override
        public String summary() {
            return "";
        }
    }
}
