package io.retake.core.vocabulary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.Append;
import io.retake.core.edit.arrange.CutSilence;
import io.retake.core.edit.arrange.Freeze;
import io.retake.core.edit.arrange.Insert;
import io.retake.core.edit.arrange.Length;
import io.retake.core.edit.arrange.Remove;
import io.retake.core.edit.arrange.Reorder;
import io.retake.core.edit.arrange.Repeat;
import io.retake.core.edit.arrange.Reverse;
import io.retake.core.edit.arrange.SmoothJumpCuts;
import io.retake.core.edit.arrange.Speed;
import io.retake.core.edit.arrange.Split;
import io.retake.core.edit.arrange.Swap;
import io.retake.core.edit.arrange.Trim;
import io.retake.core.edit.picture.Aspect;
import io.retake.core.edit.picture.AutoColor;
import io.retake.core.edit.picture.Blur;
import io.retake.core.edit.picture.Captions;
import io.retake.core.edit.picture.Color;
import io.retake.core.edit.picture.Crop;
import io.retake.core.edit.picture.Deinterlace;
import io.retake.core.edit.picture.Denoise;
import io.retake.core.edit.picture.Fade;
import io.retake.core.edit.picture.Flip;
import io.retake.core.edit.picture.Fps;
import io.retake.core.edit.picture.Grain;
import io.retake.core.edit.picture.Grayscale;
import io.retake.core.edit.picture.Look;
import io.retake.core.edit.picture.LowerThird;
import io.retake.core.edit.picture.Opacity;
import io.retake.core.edit.picture.Overlay;
import io.retake.core.edit.picture.Pixelate;
import io.retake.core.edit.picture.Resize;
import io.retake.core.edit.picture.Rotate;
import io.retake.core.edit.picture.Sharpen;
import io.retake.core.edit.picture.Stabilize;
import io.retake.core.edit.picture.Title;
import io.retake.core.edit.picture.Transition;
import io.retake.core.edit.picture.Upscale;
import io.retake.core.edit.picture.Vignette;
import io.retake.core.edit.picture.Zoom;
import io.retake.core.edit.session.Checkpoint;
import io.retake.core.edit.session.Diagnose;
import io.retake.core.edit.session.FindScenes;
import io.retake.core.edit.session.Redo;
import io.retake.core.edit.session.Restore;
import io.retake.core.edit.session.Undo;
import io.retake.core.edit.sound.AutoSyncAudio;
import io.retake.core.edit.sound.DenoiseAudio;
import io.retake.core.edit.sound.FadeAudio;
import io.retake.core.edit.sound.Loudness;
import io.retake.core.edit.sound.Music;
import io.retake.core.edit.sound.Mute;
import io.retake.core.edit.sound.Pitch;
import io.retake.core.edit.sound.ReplaceAudio;
import io.retake.core.edit.sound.SyncAudio;
import io.retake.core.edit.sound.Volume;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vocabulary: all operations, in the order of the documentation. Thread-safe. */
public final class Vocabulary {
    private static final List<Class<? extends Edit>> EDITS = List.of(
            Trim.class,
            Remove.class,
            Speed.class,
            Upscale.class,
            Resize.class,
            Aspect.class,
            AutoColor.class,
            Color.class,
            Grayscale.class,
            Fade.class,
            Title.class,
            Mute.class,
            Volume.class,
            Music.class,
            Undo.class,
            Split.class,
            Length.class,
            Append.class,
            Insert.class,
            Swap.class,
            Reorder.class,
            Repeat.class,
            Diagnose.class,
            FindScenes.class,
            Reverse.class,
            Freeze.class,
            CutSilence.class,
            SmoothJumpCuts.class,
            Crop.class,
            Rotate.class,
            Flip.class,
            Zoom.class,
            Overlay.class,
            Fps.class,
            Denoise.class,
            Sharpen.class,
            Vignette.class,
            Grain.class,
            Blur.class,
            Pixelate.class,
            Opacity.class,
            Look.class,
            Deinterlace.class,
            Stabilize.class,
            Transition.class,
            LowerThird.class,
            Captions.class,
            FadeAudio.class,
            Loudness.class,
            DenoiseAudio.class,
            Pitch.class,
            ReplaceAudio.class,
            AutoSyncAudio.class,
            SyncAudio.class,
            Redo.class,
            Checkpoint.class,
            Restore.class);

    private static final Map<Class<?>, Operation> BY_TYPE = new LinkedHashMap<>();

    static {
        EDITS.forEach(type -> BY_TYPE.put(type, new Operation(type)));
    }

    private Vocabulary() {}

    /** Returns the operations, in the order of declaration. */
    public static List<Operation> operations() {
        return List.copyOf(BY_TYPE.values());
    }

    /** Returns the operation of an edit. */
    public static Operation of(Edit edit) {
        Operation operation = BY_TYPE.get(edit.getClass());
        if (operation == null) {
            throw new IllegalStateException("not in the vocabulary: " + edit.getClass());
        }
        return operation;
    }

    /** Returns the operation with a name ({@code trim}, {@code color-auto}). */
    public static Optional<Operation> named(String name) {
        return BY_TYPE.values().stream().filter(o -> o.name().equals(name)).findFirst();
    }

    /** Returns the operations with a verb: one, or several distinguished by a keyword ({@code color auto}). */
    public static List<Operation> verb(String verb) {
        return BY_TYPE.values().stream().filter(o -> o.verb().equals(verb)).toList();
    }

    static List<String> names() {
        return BY_TYPE.values().stream().map(Operation::name).toList();
    }

    /** Writes an edit as JSON: {@code {"op":"trim","from":"0:02","to":"0:12"}}. */
    public static ObjectNode toJson(Edit edit) {
        return of(edit).json(edit);
    }

    /**
     * Reads an edit from the JSON of {@link #toJson}.
     *
     * @throws InvalidEdit when the JSON is not an edit; the message names the fault
     */
    public static Edit fromJson(ObjectNode json) {
        String name = json.path("op").asText();
        return named(name).orElseThrow(() -> InvalidEdit.unknownOperation(name)).bind(json);
    }
}
