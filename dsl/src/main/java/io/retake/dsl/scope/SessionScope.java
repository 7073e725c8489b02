package io.retake.dsl.scope;

import io.retake.core.edit.value.Target;
import io.retake.core.protocol.Credits;
import io.retake.core.protocol.UploadedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The statements available in a session, beside the verbs of the vocabulary: those come from {@link
 * io.retake.core.vocabulary.Vocabulary} and arrive at {@link #perform}.
 */
public interface SessionScope extends Scope {

    /**
     * Uploads media, in order: files next to the script or in the working folder, or http addresses. Character
     * sequences, since a text with a <code>${value}</code> in it is no {@code String}, and a compiler that has to
     * convert it finds the right method only by the order in which the JDK lists them.
     */
    @Help(
            value = "Add media to the session: files or URLs; place: false keeps them off the timeline until an edit"
                    + " uses them",
            example = "upload 'a.mp4', 'b.wav'")
    List<UploadedFile> upload(CharSequence... files);

    /** Uploads files. */
    List<UploadedFile> upload(Path... files);

    /** Uploads films that were made before. */
    List<UploadedFile> upload(Film... films);

    /** Uploads a list of files, each a text or a path. */
    List<UploadedFile> upload(List<?> files);

    /** Uploads media with options: see {@link UploadOptions}. */
    List<UploadedFile> upload(Map<String, ?> options, CharSequence... files);

    /** Uploads files with options. */
    List<UploadedFile> upload(Map<String, ?> options, Path... files);

    /** Uploads films with options. */
    List<UploadedFile> upload(Map<String, ?> options, Film... films);

    /** Uploads a list of files with options. */
    List<UploadedFile> upload(Map<String, ?> options, List<?> files);

    /** Edits in plain words; returns the backend's answer. The run fails when a part of it is not done. */
    @Help(
            value = "Edit in plain words; optional: true continues if the edit is not done",
            example = "edit 'upscale to 1080p and fix the color grading'")
    String edit(String sentence);

    /** Edits in plain words, with options: see {@link EditOptions}. */
    String edit(Map<String, ?> options, String sentence);

    /** Exports a file, named after the session, to the working folder. */
    @Help(
            value = "Export the timeline in a format or for a platform (youtube); to: file name, quality:, size:,"
                    + " fps:, under: maximum size in bytes, at: time of a still, replace: true, receipt: false",
            example = "export mp4, to: 'out.mp4', quality: high, size: 720.p, under: 8.MB")
    Film export(String format);

    /** Exports with options: see {@link ExportOption}. */
    Film export(Map<String, ?> options, String format);

    /** Exports a still of the finished picture: {@code at:}, {@code to:} its name, {@code size:}. */
    @Help(value = "Export a still of the edited picture as PNG", example = "frame at: 3.s")
    Film frame(Map<String, ?> options);

    /** Returns the timeline in one line. */
    @Help(value = "The timeline in one line", example = "println timeline()")
    String timeline();

    /** Returns the credit balance at the backend. */
    @Help(value = "The credit balance at the backend", example = "println credits().available()")
    Credits credits();

    /** Detects the scenes, splits the timeline between them, and numbers them. */
    @Help(
            value = "Find the scenes; pass one to on:, or a list of them to reorder",
            example = "reorder scenes().sort { it.duration }")
    List<Scene> scenes();

    /** Measures possible faults of the footage. */
    @Help(
            value = "Measure what may be wrong: sync, jump cuts, shake, frame rate, noise, loudness, …",
            example = "println diagnose()")
    Diagnosis diagnose();

    /** Measures the part of the timeline in {@code on:}. */
    Diagnosis diagnose(Map<String, ?> options);

    /** Returns a scene by its number, counted from 1, for {@code on:}. */
    @Help(value = "A scene by its number; finds the scenes first if necessary", example = "remove on: scene(2)")
    Target scene(int number);

    /** Returns a clip of the timeline, counted from 1, for {@code on:}. */
    @Help(value = "A clip of the timeline, counted from 1", example = "mute on: clip(2)")
    default Target clip(int number) {
        return new Target.Clip(number);
    }

    /** Returns several clips of the timeline, for {@code on:}. */
    @Help(value = "Several clips of the timeline", example = "mute on: clips(1, 3)")
    default Target clips(Integer... numbers) {
        return new Target.Clips(List.of(numbers));
    }

    /** Returns every clip but these, for {@code on:}. */
    @Help(value = "Every clip but these", example = "grayscale on: allBut(2)")
    default Target allBut(Integer... numbers) {
        return new Target.AllBut(List.of(numbers));
    }

    /**
     * Returns an object by its number or its text; the compiled form of {@code title(1)} in the place of a target, not
     * called by scripts directly.
     *
     * @param kind its kind: {@code lower third}
     * @param which its number or its text
     */
    default Target object(String kind, Object which) {
        return ObjectTargets.of(kind, which);
    }

    /**
     * Does an edit of the vocabulary; the compiled form of the verbs, not called by scripts directly.
     *
     * @param verb the verb
     * @param named the named arguments
     * @param positional the positional arguments, in order
     * @return the backend's answer
     */
    String perform(String verb, Map<String, ?> named, Object... positional);
}
