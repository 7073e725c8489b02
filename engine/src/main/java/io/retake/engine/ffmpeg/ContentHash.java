package io.retake.engine.ffmpeg;

import io.retake.core.Sha256;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.MediaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The SHA-256 of a file's bytes, in lower-case hexadecimal: the identity of media. */
public final class ContentHash {
    private ContentHash() {}

    /** Reads the whole file, a block at a time. */
    public static String of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        } catch (IOException e) {
            throw new MediaException(
                    EngineMessages.text("file.missing-or-closed", SafeInput.shown(String.valueOf(file.getFileName()))),
                    e);
        }
    }

    static String of(InputStream in) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] block = new byte[1 << 16];
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            digest.update(block, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
