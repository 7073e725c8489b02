package io.retake.dsl.journal;

import io.retake.core.Sha256;
import io.retake.dsl.plan.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hashes the inputs of a step: two steps with one fingerprint do the same. A file counts by path, size and time. */
public final class StepFingerprint {
    private StepFingerprint() {}

    public static String of(Step step) {
        StringBuilder inputs = new StringBuilder(step.getClass().getSimpleName());
        if (step instanceof Step.Upload upload) {
            upload.files().forEach(file -> inputs.append('\n').append(stamp(file)));
            upload.addresses().forEach(address -> inputs.append('\n').append(address));
            inputs.append(upload.place() ? "" : "\nplace: false");
        } else if (step instanceof Step.Message message) {
            inputs.append('\n').append(message.sentence());
        } else {
            inputs.append('\n').append(step);
        }
        return hash(inputs.toString());
    }

    public static String hash(String text) {
        return Sha256.hex(text, 32);
    }

    private static String stamp(Path file) {
        try {
            return file + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return file + " " + e;
        }
    }
}
