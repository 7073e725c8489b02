package io.retake.engine.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The fonts that come along, in the order in which they are asked for a character. All under the SIL OFL. */
enum Face {
    /** Latin, Greek, Cyrillic. */
    INTER("Inter.ttf"),
    /** Chinese, Japanese kana and kanji. */
    NOTO_SANS_SC("NotoSansSC.ttf"),
    /** Emoji, in one colour. */
    NOTO_EMOJI("NotoEmoji.ttf");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    /** The file's name, which needs no quoting in a filter graph. */
    String file() {
        return file;
    }

    /** Its widths and characters; read on first use and kept. */
    FontTables tables() {
        return Holder.TABLES[ordinal()].get();
    }

    void copyTo(Path folder) throws IOException {
        try (InputStream in = open()) {
            Files.copy(in, folder.resolve(file));
        }
    }

    private InputStream open() throws IOException {
        InputStream in = Face.class.getResourceAsStream("fonts/" + file);
        if (in == null) {
            throw new IOException("the font " + file + " is not on the class path");
        }
        return in;
    }

    private static final class Holder {
        private static final Lazy[] TABLES = new Lazy[Face.values().length];

        static {
            for (Face face : Face.values()) {
                TABLES[face.ordinal()] = new Lazy(face);
            }
        }
    }

    private static final class Lazy {
        private final Face face;
        private @org.jspecify.annotations.Nullable FontTables tables;

        Lazy(Face face) {
            this.face = face;
        }

        synchronized FontTables get() {
            FontTables known = tables;
            if (known == null) {
                try (InputStream in = face.open()) {
                    known = FontTables.read(in.readAllBytes());
                } catch (IOException e) {
                    throw new RenderException("The font " + face.file + " can't be read: " + e.getMessage(), e);
                }
                tables = known;
            }
            return known;
        }
    }
}
