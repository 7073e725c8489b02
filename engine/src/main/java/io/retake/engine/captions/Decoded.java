package io.retake.engine.captions;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes as text. A byte order mark says what they are; without one they are UTF-8 when they can be, else the encoding
 * that old files of captions have: GB 18030 when they look like Chinese, else Windows-1252.
 *
 * @param text without the byte order mark
 * @param encoding its name, for users
 * @param guessed whether it was chosen by the looks of the bytes
 */
record Decoded(String text, String encoding, boolean guessed) {

    static Decoded of(byte[] bytes) {
        return marked(bytes)
                .or(() -> strict(bytes, 0, StandardCharsets.UTF_8).map(text -> new Decoded(text, "UTF-8", false)))
                .or(() -> chinese(bytes))
                .orElseGet(() -> new Decoded(new String(bytes, Charset.forName("windows-1252")), "Windows-1252", true));
    }

    private static Optional<Decoded> marked(byte[] bytes) {
        if (begins(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(
                    new Decoded(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8), "UTF-8", false));
        }
        boolean little = begins(bytes, 0xff, 0xfe);
        if (!little && !begins(bytes, 0xfe, 0xff)) {
            return Optional.empty();
        }
        Charset charset = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return Optional.of(new Decoded(new String(bytes, 2, bytes.length - 2, charset), "UTF-16", false));
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** In Chinese bytes above 0xA0 come in pairs; in a European language they mostly stand alone. */
    private static Optional<Decoded> chinese(byte[] bytes) {
        int pairs = 0;
        int single = 0;
        for (int i = 0; i < bytes.length; i++) {
            if ((bytes[i] & 0xff) > 0xa0) {
                boolean paired = i + 1 < bytes.length && (bytes[i + 1] & 0xff) > 0xa0;
                pairs += paired ? 1 : 0;
                single += paired ? 0 : 1;
                i += paired ? 1 : 0;
            }
        }
        return pairs > 19 * single
                ? strict(bytes, 0, Charset.forName("GB18030")).map(text -> new Decoded(text, "GB 18030", true))
                : Optional.empty();
    }

    private static Optional<String> strict(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
