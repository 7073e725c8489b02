package io.retake.engine.edit;

import io.retake.engine.agent.read.Phrase;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import java.util.List;
import java.util.function.Predicate;

/** Looks up the session's media by the names that users give them. */
final class AssetLibrary {
    private AssetLibrary() {}

    /** Finds a file with a picture. */
    static Asset visual(Project project, String name) {
        return file(
                project,
                name,
                Asset::isVisual,
                Phrase.of("has no picture", "没有画面"),
                Phrase.of("Files with a picture", "有画面的文件"));
    }

    /** Finds a file with sound. */
    static Asset sounding(Project project, String name) {
        return file(
                project,
                name,
                Asset::hasAudio,
                Phrase.of("has no sound", "没有声音"),
                Phrase.of("Files with sound", "有声音的文件"));
    }

    /** Finds a caption file. */
    static Asset captions(Project project, String name) {
        return file(
                project,
                name,
                f -> f.kind() == Asset.AssetKind.CAPTIONS,
                Phrase.of("is not a caption file", "不是字幕文件"),
                Phrase.of("Caption files", "字幕文件"));
    }

    /** Finds a color table. */
    static Asset table(Project project, String name) {
        return file(
                project,
                name,
                f -> f.kind() == Asset.AssetKind.LUT,
                Phrase.of("is not a LUT", "不是 LUT 文件"),
                Phrase.of("LUTs", "LUT 文件"));
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
                throw EditRejected.of(
                        "\"%s\" matches several files: %s. Say which one.",
                        "“%s”可能是 %s 中的任何一个，请说明是哪个。", name, names(found));
            }
        }
        Phrase there = media.isEmpty()
                ? Phrase.of("Upload it first", "请先上传")
                : Phrase.of("%s: %s", "%s：%s", fitting, names(media));
        throw ways.stream().anyMatch(way -> all.stream().anyMatch(way))
                ? EditRejected.of("\"%s\" %s. %s.", "“%s”%s。%s。", name, misfit, there)
                : EditRejected.of("No file \"%s\" in this session. %s.", "本会话中没有“%s”。%s。", name, there);
    }

    private static String names(List<Asset> files) {
        List<String> names = files.stream().map(Asset::name).distinct().toList();
        String first = String.join(", ", names.stream().limit(8).toList());
        return names.size() > 8 ? first + " …" : first;
    }
}
