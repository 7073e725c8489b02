package io.retake.engine.render.text;

import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.render.timeline.RenderException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Which characters an OpenType font has and how wide they are: tables cmap (formats 4 and 12), head, hhea and hmtx of
 * the OpenType specification 1.9. AWT could tell too, for 300 ms and a font configuration that a bare machine lacks.
 */
final class FontTables {
    private final ByteBuffer font;
    private final Map<String, Integer> tables = new HashMap<>();
    private final int cmap;
    private final int unitsPerEm;
    private final int metrics;

    private FontTables(byte[] bytes) {
        font = ByteBuffer.wrap(bytes);
        int count = u16(4);
        for (int i = 0; i < count; i++) {
            int record = 12 + 16 * i;
            tables.put(new String(bytes, record, 4, StandardCharsets.US_ASCII), font.getInt(record + 8));
        }
        unitsPerEm = u16(table("head") + 18);
        metrics = u16(table("hhea") + 34);
        cmap = bestCmap();
    }

    static FontTables read(byte[] bytes) {
        return new FontTables(bytes);
    }

    boolean covers(int codePoint) {
        return glyph(codePoint) != 0;
    }

    /** Returns the advance width, in ems, before kerning. */
    double advance(int codePoint) {
        int index = Math.min(glyph(codePoint), metrics - 1);
        return (double) u16(table("hmtx") + 4 * index) / unitsPerEm;
    }

    private int glyph(int codePoint) {
        return u16(cmap) == 12 ? glyph12(codePoint) : codePoint > 0xffff ? 0 : glyph4(codePoint);
    }

    private int glyph12(int codePoint) {
        int low = 0;
        int high = font.getInt(cmap + 12) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int group = cmap + 16 + 12 * middle;
            if (codePoint < font.getInt(group)) {
                high = middle - 1;
            } else if (codePoint > font.getInt(group + 4)) {
                low = middle + 1;
            } else {
                return font.getInt(group + 8) + codePoint - font.getInt(group);
            }
        }
        return 0;
    }

    private int glyph4(int codePoint) {
        int doubled = u16(cmap + 6);
        for (int i = 0; i < doubled; i += 2) {
            int end = u16(cmap + 14 + i);
            if (codePoint <= end) {
                int start = u16(cmap + 16 + doubled + i);
                int delta = u16(cmap + 16 + 2 * doubled + i);
                int at = cmap + 16 + 3 * doubled + i;
                int offset = u16(at);
                if (codePoint < start) {
                    return 0;
                }
                int glyph = offset == 0 ? codePoint : u16(at + offset + 2 * (codePoint - start));
                return glyph == 0 ? 0 : (glyph + delta) & 0xffff;
            }
        }
        return 0;
    }

    private int bestCmap() {
        int start = table("cmap");
        int best = -1;
        for (int i = 0; i < u16(start + 2); i++) {
            int subtable = start + font.getInt(start + 4 + 8 * i + 4);
            int format = u16(subtable);
            if (format == 12 || (format == 4 && best < 0)) {
                best = subtable;
            }
        }
        if (best < 0) {
            throw new RenderException(EngineMessages.text("font.no-characters"));
        }
        return best;
    }

    private int table(String tag) {
        Integer offset = tables.get(tag);
        if (offset == null) {
            throw new RenderException(EngineMessages.text("font.no-table", tag));
        }
        return offset;
    }

    private int u16(int offset) {
        return font.getShort(offset) & 0xffff;
    }
}
