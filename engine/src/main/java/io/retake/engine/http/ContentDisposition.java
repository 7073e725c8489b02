package io.retake.engine.http;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name that a server gives a file ({@code Content-Disposition}, RFC 6266): {@code filename*} in UTF-8 before {@code
 * filename}, quoted or not. What comes out is a stranger's text and no path.
 */
final class ContentDisposition {
    private final String header;
    private int at;

    private ContentDisposition(String header) {
        this.header = header;
    }

    static Optional<String> fileName(@Nullable String header) {
        return header == null ? Optional.empty() : new ContentDisposition(header).read();
    }

    private Optional<String> read() {
        Optional<String> plain = Optional.empty();
        Optional<String> encoded = Optional.empty();
        at = past(';');
        while (at < header.length()) {
            String name = header.substring(at, nameEnd()).strip().toLowerCase(Locale.ROOT);
            at = nameEnd();
            if (at < header.length() && header.charAt(at) == '=') {
                at++;
                String value = value();
                plain = name.equals("filename") ? plain.or(() -> Optional.of(value)) : plain;
                encoded = name.equals("filename*") ? encoded.or(() -> decoded(value)) : encoded;
            }
            at = past(';');
        }
        Optional<String> otherwise = plain.filter(name -> !name.isBlank());
        return encoded.filter(name -> !name.isBlank()).or(() -> otherwise);
    }

    /** Returns the position after the next separator. */
    private int past(char separator) {
        int next = header.indexOf(separator, at);
        return next < 0 ? header.length() : next + 1;
    }

    private int nameEnd() {
        int end = at;
        while (end < header.length() && "=;".indexOf(header.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private String value() {
        while (at < header.length() && header.charAt(at) == ' ') {
            at++;
        }
        if (at < header.length() && header.charAt(at) == '"') {
            return quoted();
        }
        int end = header.indexOf(';', at);
        String value = header.substring(at, end < 0 ? header.length() : end);
        at = end < 0 ? header.length() : end;
        return value.strip();
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < header.length() && header.charAt(at) != '"') {
            boolean escape =
                    header.charAt(at) == '\\' && at + 1 < header.length() && "\"\\".indexOf(header.charAt(at + 1)) >= 0;
            at += escape ? 1 : 0;
            value.append(header.charAt(at));
            at++;
        }
        return value.toString();
    }

    /** {@code UTF-8''%E5%BD%B1.mp4}: a character set, a language that nobody gives, and bytes (RFC 8187). */
    private static Optional<String> decoded(String value) {
        String[] parts = value.split("'", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        boolean latin = parts[0].equalsIgnoreCase("ISO-8859-1");
        Charset charset = latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        try {
            return Optional.of(URLDecoder.decode(parts[2].replace("+", "%2B"), charset));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
