package io.retake.engine.agent.offer;

import io.retake.core.protocol.MediaType;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.Dialogue;
import io.retake.engine.timeline.Project;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The meaning of a sentence, as far as the sentence alone and the names of the files show it. */
public final class ImaginedProject {
    /** Two lengths of a clip: a reading that depends on it differs. */
    private static final List<Duration> LENGTHS = List.of(Duration.ofMinutes(61), Duration.ofMinutes(73));
    /** The file that is imagined where no video is named. */
    private static final String VIDEO = "video.mp4";

    private ImaginedProject() {}

    /**
     * A reading of a sentence.
     *
     * @param text canonical sentences
     * @param sure whether it would be done without asking
     */
    public record Imagined(String text, boolean sure) {}

    /** Returns the most probable reading; empty without one that holds for any footage. */
    public static Optional<Imagined> reading(String words, List<String> files) {
        List<Optional<Imagined>> readings =
                LENGTHS.stream().map(length -> reading(words, files, length)).toList();
        return readings.get(0).equals(readings.get(1)) ? readings.get(0) : Optional.empty();
    }

    private static Optional<Imagined> reading(String words, List<String> files, Duration length) {
        Offers offers = Offers.of(words, project(files, length), target -> 1);
        boolean imagined = offers.all().stream()
                .flatMap(List::stream)
                .anyMatch(edit -> !files.contains(VIDEO)
                        && Vocabulary.toJson(edit).toString().contains(VIDEO));
        return offers.all().isEmpty() || imagined
                ? Optional.empty()
                : Optional.of(
                        new Imagined(Dialogue.text(offers.all().get(0)), offers.certainty() == Offers.Certainty.SURE));
    }

    /** Returns projects with these files. What holds for all of them holds for any footage. */
    public static List<Project> of(List<String> files) {
        return LENGTHS.stream().map(length -> project(files, length)).toList();
    }

    private static Project project(List<String> files, Duration length) {
        Project project = Project.empty("");
        boolean footage = files.stream().anyMatch(name -> isOf(name, MediaType.MediaKind.VIDEO));
        if (!footage) {
            project = project.withMedia(asset(VIDEO, Asset.AssetKind.VIDEO, length));
        }
        for (String file : files) {
            Optional<Asset.AssetKind> kind = kind(file);
            if (kind.isPresent()) {
                project = project.withMedia(asset(file, kind.get(), length));
            }
        }
        return project;
    }

    private static Optional<Asset.AssetKind> kind(String file) {
        return MediaType.ofName(file).map(type -> switch (type.kind()) {
            case VIDEO -> Asset.AssetKind.VIDEO;
            case IMAGE -> Asset.AssetKind.IMAGE;
            case AUDIO -> Asset.AssetKind.AUDIO;
            case CAPTIONS -> Asset.AssetKind.CAPTIONS;
            case LUT -> Asset.AssetKind.LUT;
        });
    }

    private static boolean isOf(String file, MediaType.MediaKind kind) {
        return MediaType.ofName(file).filter(type -> type.kind() == kind).isPresent();
    }

    private static Asset asset(String name, Asset.AssetKind kind, Duration length) {
        boolean seen = kind == Asset.AssetKind.VIDEO || kind == Asset.AssetKind.IMAGE;
        boolean still = kind == Asset.AssetKind.IMAGE || kind == Asset.AssetKind.LUT;
        return new Asset(
                "imagined " + name,
                name,
                kind,
                still ? Duration.ZERO : length,
                seen ? 1280 : 0,
                seen ? 720 : 0,
                kind == Asset.AssetKind.VIDEO ? 30 : 0,
                kind == Asset.AssetKind.VIDEO || kind == Asset.AssetKind.AUDIO);
    }
}
