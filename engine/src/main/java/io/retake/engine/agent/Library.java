package io.retake.engine.agent;

import io.retake.engine.agent.read.Phrase;
import java.util.List;
import java.util.function.Predicate;

/** The session's media by the names that a person gives them. */
final class Library {
    private Library() {}

    /** A file with a picture. */
    static Footage visual(Project project, String name) {
        return file(
                project,
                name,
                Footage::isVisual,
                Phrase.of("has no picture", "没有画面"),
                Phrase.of("Files with a picture", "有画面的文件"));
    }

    /** A file with sound. */
    static Footage sounding(Project project, String name) {
        return file(
                project,
                name,
                Footage::hasAudio,
                Phrase.of("has no sound", "没有声音"),
                Phrase.of("Files with sound", "有声音的文件"));
    }

    /** A file of captions. */
    static Footage captions(Project project, String name) {
        return file(
                project,
                name,
                f -> f.kind() == Footage.Kind.CAPTIONS,
                Phrase.of("is not a caption file", "不是字幕文件"),
                Phrase.of("Caption files", "字幕文件"));
    }

    /** A colour table. */
    static Footage table(Project project, String name) {
        return file(
                project,
                name,
                f -> f.kind() == Footage.Kind.LUT,
                Phrase.of("is not a LUT", "不是 LUT 文件"),
                Phrase.of("LUTs", "LUT 文件"));
    }

    /** Letter by letter, then in any case, then by the name without its ending when only one file has it. */
    private static Footage file(Project project, String name, Predicate<Footage> fits, Phrase misfit, Phrase fitting) {
        List<Footage> all = project.media();
        List<Footage> media = all.stream().filter(fits).toList();
        List<Predicate<Footage>> ways = List.of(
                f -> f.name().equals(name),
                f -> f.name().equalsIgnoreCase(name),
                f -> f.stem().equalsIgnoreCase(name));
        for (Predicate<Footage> way : ways) {
            List<Footage> found = media.stream().filter(way).toList();
            if (found.stream().map(Footage::name).distinct().count() == 1) {
                return found.get(found.size() - 1); // of two files with one name the later upload is meant
            }
            if (!found.isEmpty()) {
                throw Impossible.of(
                        "\"%s\" matches several files: %s. Say which one.",
                        "“%s”可能是 %s 中的任何一个，请说明是哪个。", name, names(found));
            }
        }
        Phrase there = media.isEmpty()
                ? Phrase.of("Upload it first", "请先上传")
                : Phrase.of("%s: %s", "%s：%s", fitting, names(media));
        throw ways.stream().anyMatch(way -> all.stream().anyMatch(way))
                ? Impossible.of("\"%s\" %s. %s.", "“%s”%s。%s。", name, misfit, there)
                : Impossible.of("No file \"%s\" in this session. %s.", "本会话中没有“%s”。%s。", name, there);
    }

    private static String names(List<Footage> files) {
        List<String> names = files.stream().map(Footage::name).distinct().toList();
        String first = String.join(", ", names.stream().limit(8).toList());
        return names.size() > 8 ? first + " …" : first;
    }
}
