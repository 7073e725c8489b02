package io.retake.engine.fuzz;

import io.retake.engine.media.ColorTable;
import java.io.IOException;

/** Any bytes are read as a .cube table and written as one that is read again, or refused in words. */
public final class ColorTablesFuzz {
    private ColorTablesFuzz() {}

    /** The name that Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        FuzzFile.read(bytes, ".cube", file -> {
            ColorTable table = ColorTable.read(file, "a.cube");
            table.write(file);
            if (ColorTable.read(file, "a.cube").size() != table.size()) {
                throw new AssertionError("another size after it was written");
            }
        });
    }
}
