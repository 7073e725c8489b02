package io.retake.dsl.journal;

import io.retake.dsl.plan.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a step depends on, as a hash: two steps with one key do the same. A file counts by place, size and time. */
public final class StepFingerprint {
    private StepFingerprint() {}

    public static String of(Step step) {
        StringBuilder inputs = new StringBuilder(step.getClass().getSimpleName());
        if (step instanceof Step.Upload upload) {
            upload.files().forEach(file -> inputs.append('\n').append(stamp(file)));
            upload.addresses().forEach(address -> inputs.append('\n').append(address));
        } else if (step instanceof Step.Message message) {
            inputs.append('\n').append(message.sentence());
        } else {
            inputs.append('\n').append(step);
        }
        return hash(inputs.toString());
    }

    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
