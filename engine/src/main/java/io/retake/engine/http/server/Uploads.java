package io.retake.engine.http.server;

import io.retake.core.protocol.ErrorCode;
import io.retake.core.protocol.MediaType;
import io.retake.engine.phrase.EngineMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.util.Promise;

/** Files uploaded with a request, streamed to disk. */
public final class Uploads {
    private static final int MOST_FILES = 64;
    /** Bytes of a part that is no file. */
    private static final int LONGEST_FIELD = 100;

    private Uploads() {}

    /**
     * A file on its way in.
     *
     * @param file where its bytes are
     * @param name what it is called, cleaned
     */
    public record Incoming(Path file, String name, MediaType type) {}

    /** Receives a multipart body into a folder. */
    public static void receive(
            Reception body, Exchange exchange, Path folder, long limit, Runnable done, Consumer<Throwable> failed) {
        MultiPartConfig config = new MultiPartConfig.Builder()
                .location(folder)
                .maxParts(MOST_FILES)
                .maxPartSize(limit)
                .maxSize(-1)
                .maxMemoryPartSize(0)
                .useFilesForPartsWithoutFileName(true)
                .build();
        String type = String.valueOf(exchange.request().getHeaders().get(HttpHeader.CONTENT_TYPE));
        MultiPartFormData.onParts(body, body, type, config, new Promise.Invocable<>() {
            @Override
            public void succeeded(MultiPartFormData.Parts parts) {
                exchange.received(new UploadForm(parts, folder));
                done.run();
            }

            @Override
            public void failed(Throwable why) {
                body.unwanted();
                BodyReader.drain(body, () -> failed.accept(explained(why, limit)));
            }
        });
    }

    /** The parts of a multipart body, with their contents in a folder. */
    public record UploadForm(MultiPartFormData.Parts parts, Path folder) {

        /** Returns the text of a part that is no file; empty when there is none. */
        public Optional<String> field(String name) {
            for (MultiPart.Part part : parts) {
                if (part.getFileName() == null && name.equals(part.getName())) {
                    return Optional.of(Uploads.text(part));
                }
            }
            return Optional.empty();
        }

        /** Moves its files to new names and returns them. */
        public List<Incoming> take() throws IOException {
            return Uploads.take(parts, folder);
        }
    }

    private static String text(MultiPart.Part part) {
        if (part.getLength() > LONGEST_FIELD) {
            throw ApiException.badRequest(
                    EngineMessages.text("upload.long-field", CleanText.shortened(part.getName()), LONGEST_FIELD));
        }
        return part.getContentAsString(StandardCharsets.UTF_8).strip();
    }

    private static List<Incoming> take(MultiPartFormData.Parts parts, Path folder) throws IOException {
        List<Incoming> files = new ArrayList<>();
        for (MultiPart.Part part : parts) {
            if (part.getFileName() != null) {
                String name = CleanText.fileName(unescaped(part.getFileName()));
                MediaType type = accepted(name);
                Path file = folder.resolve(files.size() + "." + type.extension());
                part.writeTo(file);
                files.add(new Incoming(file, name, type));
            }
        }
        if (files.isEmpty()) {
            throw ApiException.badRequest(EngineMessages.text("upload.nothing"));
        }
        return files;
    }

    /** Decodes the characters that a form-data name can't hold (WHATWG HTML, multipart/form-data encoding). */
    private static String unescaped(String name) {
        return name.replace("%22", "\"").replace("%0D", " ").replace("%0A", " ");
    }

    public static MediaType accepted(String name) {
        return MediaType.ofName(name)
                .orElseThrow(() -> ApiException.of(
                        ErrorCode.UNSUPPORTED_FILE,
                        EngineMessages.text("upload.other-type", CleanText.shortened(name), MediaType.accepted())));
    }

    public static ApiException tooLarge(long limit) {
        return ApiException.of(ErrorCode.FILE_TOO_LARGE, EngineMessages.text("upload.too-large", limit >> 20));
    }

    /** Returns the parser's message without the name of its exception. */
    private static String words(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return String.valueOf(first.getMessage());
    }

    private static Throwable explained(Throwable why, long limit) {
        if (String.valueOf(why.getMessage()).contains("size exceeded")) {
            return tooLarge(limit);
        }
        if (TruncatedBody.ofBody(why)) {
            return TruncatedBody.refusal();
        }
        return why instanceof ApiException || why instanceof IOException || why instanceof TimeoutException
                ? why
                : ApiException.badRequest(EngineMessages.text("upload.odd-form", words(why)));
    }
}
