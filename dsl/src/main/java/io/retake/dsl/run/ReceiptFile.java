package io.retake.dsl.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.dsl.language.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps a receipt beside the file that it is of: {@code out.mp4.receipt.json}. */
final class ReceiptFile {
    private ReceiptFile() {}

    /** Where it lies now; empty, and said, when it can't be written: the film is there all the same. */
    static Optional<Path> keep(RunContext run, Path film, Receipt receipt) {
        Path target = run.names.receipt(film);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("file", film.getFileName().toString());
        json.setAll(receipt.json());
        try {
            Path temporary = Files.createTempFile(target.getParent(), ".receipt", ".tmp");
            try {
                Files.writeString(
                        temporary,
                        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
            run.names.receiptMade(film, target);
            return Optional.of(target);
        } catch (IOException e) {
            run.events.warn("The receipt can't be written to " + target + ": " + e);
            return Optional.empty();
        }
    }
}
