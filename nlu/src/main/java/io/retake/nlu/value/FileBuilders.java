package io.retake.nlu.value;

import io.retake.core.protocol.MediaType;
import io.retake.core.protocol.MediaType.MediaKind;
import io.retake.nlu.situation.Situation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Builders of files: a name is one of a video, a sound and so on only where its ending says so. */
final class FileBuilders {
    private static final Pattern VOICE =
            Pattern.compile("voice|narrat|\\bvo\\b|speech|旁白|配音|解说", Pattern.CASE_INSENSITIVE);

    private FileBuilders() {}

    static void addTo(Map<String, Builder> all) {
        all.put("video-file", (n, s) -> ofKind(n.get(0), MediaKind.VIDEO));
        all.put("audio-file", (n, s) -> ofKind(n.get(0), MediaKind.AUDIO));
        all.put("image-file", (n, s) -> ofKind(n.get(0), MediaKind.IMAGE));
        all.put("captions-file", (n, s) -> ofKind(n.get(0), MediaKind.CAPTIONS));
        all.put("lut-file", (n, s) -> ofKind(n.get(0), MediaKind.LUT));
        all.put("music-file", (n, s) -> ofKind(n.get(0), MediaKind.AUDIO).filter(f -> !isVoice(f)));
        all.put("voice-file", (n, s) -> ofKind(n.get(0), MediaKind.AUDIO).filter(FileBuilders::isVoice));
        all.put("the-voice", (n, s) -> onlyUnused(s, MediaKind.AUDIO));
        all.put("the-music", (n, s) -> onlyUnused(s, MediaKind.AUDIO).filter(f -> !isVoice(f)));
        all.put("the-image", (n, s) -> onlyUnused(s, MediaKind.IMAGE));
    }

    private static Optional<Object> ofKind(Object file, MediaKind kind) {
        return Optional.of(file).filter(f -> isOfKind(f.toString(), kind));
    }

    private static boolean isOfKind(String file, MediaKind kind) {
        return MediaType.ofName(file).filter(t -> t.kind() == kind).isPresent();
    }

    private static boolean isVoice(Object file) {
        return VOICE.matcher(file.toString()).find();
    }

    /** "The logo", "the voiceover": the one file of its kind that was uploaded and isn't on the timeline. */
    private static Optional<Object> onlyUnused(Situation situation, MediaKind kind) {
        List<String> files = situation.files().stream()
                .filter(f -> isOfKind(f, kind))
                .filter(f -> situation.music().filter(f::equals).isEmpty())
                .filter(f ->
                        situation.overlays().stream().noneMatch(o -> o.name().equals(f)))
                .toList();
        return files.size() == 1 ? Optional.of(files.get(0)) : Optional.empty();
    }
}
