package io.retake.core.sse;

import io.retake.core.CoreMessages;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Assembles bytes into lines. Lines end with LF, CR or CRLF; a byte order mark before the first is dropped. */
final class LineAssembler {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private final int limit;
    private byte[] bytes = new byte[256];
    private int length;
    private boolean first = true;
    private boolean afterReturn;

    LineAssembler(int limit) {
        this.limit = limit;
    }

    Optional<String> take(byte next) throws SseFormatException {
        boolean secondHalf = afterReturn && next == '\n';
        afterReturn = next == '\r';
        if (secondHalf) {
            return Optional.empty();
        }
        if (next == '\n' || next == '\r') {
            return Optional.of(complete());
        }
        append(next);
        return Optional.empty();
    }

    /**
     * Decodes the line as a whole, so that no character is split; malformed bytes become U+FFFD as the standard
     * requires.
     */
    private String complete() {
        String line = new String(bytes, 0, length, StandardCharsets.UTF_8);
        length = 0;
        boolean marked = first && line.startsWith(BYTE_ORDER_MARK);
        first = false;
        return marked ? line.substring(1) : line;
    }

    private void append(byte next) throws SseFormatException {
        if (length == limit) {
            throw new SseFormatException(CoreMessages.text("message.line-too-long", limit));
        }
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, 2 * bytes.length));
        }
        bytes[length++] = next;
    }
}
