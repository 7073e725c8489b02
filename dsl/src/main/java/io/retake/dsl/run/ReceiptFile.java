package io.retake.dsl.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.AtomicFiles;
import io.retake.core.JsonMappers;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.FilmReceipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Writes a receipt beside its file: {@code out.mp4.receipt.json}. */
final class ReceiptFile {
    private ReceiptFile() {}

    /** Writes the receipt; empty, with a warning, when that fails: the film exists all the same. */
    static Optional<Path> keep(RunContext run, Path film, FilmReceipt receipt) {
        Path target = run.names.receipt(film);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("file", film.getFileName().toString());
        json.setAll(receipt.json());
        try {
            // The receipt has the same permissions as the film.
            String text = JsonMappers.PLAIN.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
            AtomicFiles.writeShared(target, text.getBytes(StandardCharsets.UTF_8));
            run.names.receiptMade(film, target);
            return Optional.of(target);
        } catch (IOException e) {
            run.events.warn(ScriptMessages.text("receipt.unwritable", target, e));
            return Optional.empty();
        }
    }
}
