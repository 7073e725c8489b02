package io.retake.engine.fuzz;

import io.retake.engine.media.check.FileCheck;
import java.io.IOException;

/** The check of a picture's or a film's structure ends for any bytes, and its refusals are sentences. */
public final class MediaFilesFuzz {
    private MediaFilesFuzz() {}

    /** The name that Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        FuzzFile.read(bytes, ".bin", file -> {
            FileCheck found = FileCheck.of(file, "a.mp4");
            found.refusal().ifPresent(words -> {
                if (!words.startsWith("is ") && !words.startsWith("can't be used: ")) {
                    throw new AssertionError("no sentence: " + words);
                }
            });
        });
    }
}
