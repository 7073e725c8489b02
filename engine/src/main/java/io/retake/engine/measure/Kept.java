package io.retake.engine.measure;

import io.retake.core.AtomicFiles;
import io.retake.core.PrivateFiles;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Measurements on disk: a row of numbers by kind (whose name changes with the way of measuring) and content hash. A
 * file that can't be read or written costs a measurement, never an edit.
 */
final class Kept {
    private final Path folder;

    Kept(Path folder) {
        this.folder = folder;
    }

    /** Returns the cached numbers, or measures them now. */
    double[] of(String kind, String hash, Supplier<double[]> measure) {
        Path file = folder.resolve(kind + "-" + hash + ".bin");
        return read(file).orElseGet(() -> {
            double[] measured = measure.get();
            for (int i = 0; i < measured.length; i++) {
                measured[i] = (float) measured[i]; // as it will be read: one answer, first and later
            }
            write(file, measured);
            return measured;
        });
    }

    private static Optional<double[]> read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            int count = bytes.getInt();
            if (bytes.remaining() != count * Float.BYTES) {
                return Optional.empty();
            }
            double[] numbers = new double[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = bytes.getFloat();
            }
            return Optional.of(numbers);
        } catch (IOException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static void write(Path file, double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + numbers.length * Float.BYTES);
        bytes.putInt(numbers.length);
        for (double number : numbers) {
            bytes.putFloat((float) number);
        }
        try {
            PrivateFiles.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            AtomicFiles.write(file, bytes.array());
        } catch (IOException e) {
            // A read-only or full disk: measure it again next time.
            return;
        }
    }
}
