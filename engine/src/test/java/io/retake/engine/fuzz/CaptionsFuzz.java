package io.retake.engine.fuzz;

import io.retake.engine.captions.CaptionFile;
import io.retake.engine.captions.CaptionReader;
import java.io.IOException;

/** Any bytes are read as captions of at least one cue, or refused in words. */
public final class CaptionsFuzz {
    private CaptionsFuzz() {}

    /** The name that Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        FuzzFile.read(bytes, ".srt", file -> {
            CaptionFile captions = CaptionReader.read(file, "a.srt");
            if (captions.cues().isEmpty() || captions.end().isNegative()) {
                throw new AssertionError("captions without a cue: " + captions);
            }
        });
    }
}
