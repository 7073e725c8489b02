package io.retake.engine.http;

import io.retake.core.protocol.ErrorCode;
import io.retake.core.protocol.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;

/** Files that come with a request, streamed to disk. */
final class Uploads {
    private static final int MOST_FILES = 64;

    private Uploads() {}

    /**
     * A file on its way in.
     *
     * @param file where its bytes are
     * @param name what it is called, cleaned
     */
    record Incoming(Path file, String name, MediaType type) {}

    /** Takes the files of a multipart body into a folder, under names of our own. */
    static List<Incoming> receive(Exchange exchange, Path folder, long limit) throws IOException {
        String type = String.valueOf(exchange.request().getHeaders().get(HttpHeader.CONTENT_TYPE));
        MultiPartConfig config = new MultiPartConfig.Builder()
                .location(folder)
                .maxParts(MOST_FILES)
                .maxPartSize(limit)
                .maxSize(-1)
                .maxMemoryPartSize(0)
                .useFilesForPartsWithoutFileName(true)
                .build();
        try (MultiPartFormData.Parts parts =
                MultiPartFormData.getParts(exchange.request(), exchange.request(), type, config)) {
            return take(parts, folder);
        } catch (ApiException e) {
            throw e;
        } catch (RuntimeException e) {
            throw explained(exchange, e, limit);
        }
    }

    private static List<Incoming> take(MultiPartFormData.Parts parts, Path folder) throws IOException {
        List<Incoming> files = new ArrayList<>();
        for (MultiPart.Part part : parts) {
            if (part.getFileName() != null) {
                String name = Clean.fileName(unescaped(part.getFileName()));
                MediaType type = accepted(name);
                Path file = folder.resolve(files.size() + "." + type.extension());
                part.writeTo(file);
                files.add(new Incoming(file, name, type));
            }
        }
        if (files.isEmpty()) {
            throw ApiException.badRequest("The upload has no file. Send one or more parts named 'files'.");
        }
        return files;
    }

    /** What a form-data name can't hold is sent in this form (WHATWG HTML, multipart/form-data encoding). */
    private static String unescaped(String name) {
        return name.replace("%22", "\"").replace("%0D", " ").replace("%0A", " ");
    }

    static MediaType accepted(String name) {
        return MediaType.ofName(name)
                .orElseThrow(() -> ApiException.of(
                        ErrorCode.UNSUPPORTED_FILE,
                        Clean.shortened(name) + " is not of an accepted type. Accepted: " + MediaType.accepted()
                                + "."));
    }

    static ApiException tooLarge(long limit) {
        return ApiException.of(
                ErrorCode.FILE_TOO_LARGE,
                "A file may have at most " + (limit >> 20) + " MB. Compress or trim it, then upload it again.");
    }

    /** The parser's words without the name of its exception. */
    private static String words(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return String.valueOf(first.getMessage());
    }

    private static ApiException explained(Exchange exchange, RuntimeException e, long limit) throws IOException {
        try (InputStream rest = Content.Source.asInputStream(exchange.request())) {
            Draining.drain(rest);
        }
        if (CutShort.ofBody(e)) {
            return CutShort.refusal();
        }
        return String.valueOf(e.getMessage()).contains("size exceeded")
                ? tooLarge(limit)
                : ApiException.badRequest("The multipart body can't be read (" + words(e) + "). Send it again.");
    }
}
