package io.retake.engine.edit.target;

import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import java.util.List;
import java.util.function.Predicate;

/** Looks up the session's media by the names that users give them. */
public final class AssetLibrary {
    private AssetLibrary() {}

    /** Finds a file with a picture. */
    public static Asset visual(Project project, String name) {
        return file(project, name, Asset::isVisual, Phrase.of("asset.no-picture"), Phrase.of("asset.with-picture"));
    }

    /** Finds a file with sound. */
    public static Asset sounding(Project project, String name) {
        return file(project, name, Asset::hasAudio, Phrase.of("asset.no-sound"), Phrase.of("asset.with-sound"));
    }

    /** Finds a caption file. */
    public static Asset captions(Project project, String name) {
        return file(
                project,
                name,
                f -> f.kind() == Asset.AssetKind.CAPTIONS,
                Phrase.of("asset.no-captions"),
                Phrase.of("asset.with-captions"));
    }

    /** Finds a color table. */
    public static Asset table(Project project, String name) {
        return file(
                project,
                name,
                f -> f.kind() == Asset.AssetKind.LUT,
                Phrase.of("asset.no-lut"),
                Phrase.of("asset.with-lut"));
    }

    /** Finds a file: exact match first, then ignoring case, then the only file with that stem. */
    private static Asset file(Project project, String name, Predicate<Asset> fits, Phrase misfit, Phrase fitting) {
        List<Asset> all = project.media();
        List<Asset> media = all.stream().filter(fits).toList();
        List<Predicate<Asset>> ways = List.of(
                f -> f.name().equals(name),
                f -> f.name().equalsIgnoreCase(name),
                f -> f.stem().equalsIgnoreCase(name));
        for (Predicate<Asset> way : ways) {
            List<Asset> found = media.stream().filter(way).toList();
            if (found.stream().map(Asset::name).distinct().count() == 1) {
                return found.get(found.size() - 1); // of two files with one name the later upload is meant
            }
            if (!found.isEmpty()) {
                throw EditRejected.of("asset.ambiguous", name, names(found));
            }
        }
        Phrase there =
                media.isEmpty() ? Phrase.of("asset.upload-first") : Phrase.of("asset.list", fitting, names(media));
        throw ways.stream().anyMatch(way -> all.stream().anyMatch(way))
                ? EditRejected.of("asset.unsuitable", name, misfit, there)
                : EditRejected.of("asset.missing", name, there);
    }

    private static String names(List<Asset> files) {
        List<String> names = files.stream().map(Asset::name).distinct().toList();
        String first = String.join(", ", names.stream().limit(8).toList());
        return names.size() > 8 ? first + " …" : first;
    }
}
