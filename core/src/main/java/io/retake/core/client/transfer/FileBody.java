package io.retake.core.client.transfer;

import io.retake.core.client.http.BodyFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A file as a request body: read in chunks as the connection takes them, never held in memory as a whole. */
final class FileBody extends RequestBody {
    private static final int PIECE = 64 * 1024;
    private final Footage file;
    private final TransferListener listener;

    FileBody(Footage file, TransferListener listener) {
        this.file = file;
        this.listener = listener;
    }

    @Override
    public MediaType contentType() {
        return MediaType.get(file.type().mime());
    }

    @Override
    public long contentLength() {
        return file.bytes();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (InputStream input = open()) {
            send(input, sink);
            file.checkUnchanged();
        } catch (RuntimeException reason) {
            throw new BodyFailure(reason);
        }
    }

    private void send(InputStream input, BufferedSink sink) throws IOException {
        byte[] piece = new byte[PIECE];
        long sent = 0;
        while (sent < file.bytes()) {
            int read = read(input, piece, (int) Math.min(piece.length, file.bytes() - sent));
            if (read < 0) {
                throw file.changed();
            }
            sink.write(piece, 0, read);
            sent += read;
            listener.progress(file.name(), sent, file.bytes());
        }
    }

    private InputStream open() throws BodyFailure {
        try {
            return Files.newInputStream(file.path());
        } catch (IOException cause) {
            throw new BodyFailure(file.vanished(cause));
        }
    }

    /** Distinguishes a failure of the disk from one of the connection. */
    private int read(InputStream input, byte[] piece, int wanted) throws BodyFailure {
        try {
            return input.read(piece, 0, wanted);
        } catch (IOException cause) {
            throw new BodyFailure(file.vanished(cause));
        }
    }
}
