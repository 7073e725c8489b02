package io.retake.core.client.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A request body that can be written once: the HTTP library never repeats a call that has one. */
final class OneShotJson extends RequestBody {
    private static final MediaType JSON = MediaType.get("application/json");
    private final byte[] bytes;

    OneShotJson(ObjectNode body) {
        bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
