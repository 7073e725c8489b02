package io.retake.engine.render.text;

import io.retake.core.PrivateFiles;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.render.timeline.RenderException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The bundled fonts, in the order in which they are searched for a character. All under the SIL OFL. */
public enum Face {
    /** Latin, Greek, Cyrillic. */
    INTER("Inter.ttf"),
    /** Chinese, Japanese kana and kanji. */
    NOTO_SANS_SC("NotoSansSC.ttf"),
    /** Korean. */
    NOTO_SANS_KR("NotoSansKR.ttf"),
    /** Hebrew, with its points. */
    NOTO_SANS_HEBREW("NotoSansHebrew.ttf"),
    /** Arabic, Persian, Urdu: the joined forms have code points of their own. */
    NOTO_SANS_ARABIC("NotoSansArabic.ttf"),
    /** Thai. */
    NOTO_SANS_THAI("NotoSansThai.ttf"),
    /** Emoji, in one colour. */
    NOTO_EMOJI("NotoEmoji.ttf");

    // Fonts reports characters that are missing here before they are drawn: Devanagari and its relatives need shaping,
    // which FFmpeg's drawtext doesn't ask for.

    private final String file;

    Face(String file) {
        this.file = file;
    }

    /** The file's name, which needs no quoting in a filter graph. */
    public String file() {
        return file;
    }

    /** Returns its widths and characters; reads them on first use and caches them. */
    FontTables tables() {
        return FontTableCache.get(this);
    }

    public void copyTo(Path folder) throws IOException {
        try (InputStream in = open()) {
            PrivateFiles.copy(in, folder.resolve(file));
        }
    }

    private InputStream open() throws IOException {
        InputStream in = Face.class.getResourceAsStream("fonts/" + file);
        if (in == null) {
            throw new IOException("the font " + file + " is not on the class path");
        }
        return in;
    }

    /** The tables that were read, kept for the life of the program. */
    private static final class FontTableCache {
        private static final Map<Face, FontTables> TABLES = new EnumMap<>(Face.class);

        private static synchronized FontTables get(Face face) {
            return TABLES.computeIfAbsent(face, FontTableCache::read);
        }

        private static FontTables read(Face face) {
            try (InputStream in = face.open()) {
                return FontTables.read(in.readAllBytes());
            } catch (IOException e) {
                throw new RenderException(EngineMessages.text("font.unreadable", face.file, e.getMessage()), e);
            }
        }
    }
}
