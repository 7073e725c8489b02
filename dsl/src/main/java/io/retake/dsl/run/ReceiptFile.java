package io.retake.dsl.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.dsl.scope.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

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
            // Not a temporary file of Java's, which nobody else can read: who may have the film may have its receipt.
            Path temporary = target.resolveSibling(".receipt-" + UUID.randomUUID() + ".tmp");
            try {
                Files.writeString(
                        temporary,
                        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n",
                        StandardOpenOption.CREATE_NEW);
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
