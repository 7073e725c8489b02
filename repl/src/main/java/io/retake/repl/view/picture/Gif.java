package io.retake.repl.view.picture;

import io.retake.repl.message.ProgramMessages;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageReader;

/** Decodes animated GIFs. The JDK decodes each frame, often only a part of the picture; this class composes them. */
final class Gif {
    /** Limit of all frames together, many times a preview of some seconds; a hostile file claims more. */
    private static final long MOST_PIXELS = 100_000_000;

    private static final int MOST_FRAMES = 10_000;

    private static final int RESTORE_BACKGROUND = 2;
    private static final int RESTORE_PREVIOUS = 3;

    private final int width;
    private final int height;
    private int[] canvas;

    private Gif(GifBlocks blocks) {
        this.width = blocks.width();
        this.height = blocks.height();
        this.canvas = new int[width * height];
    }

    /** A full frame and its display time. */
    record GifFrame(Pixels picture, Duration time) {}

    /**
     * Decodes all frames in order, each in full.
     *
     * @throws PictureException if it isn't a GIF, is damaged, or is too large
     */
    static List<GifFrame> read(byte[] file) {
        try {
            if (!ImageCodec.begins(file, "GIF8")) {
                throw new PictureException(ProgramMessages.text("picture.no-gif"), null);
            }
            GifBlocks blocks = GifBlocks.of(file);
            check(blocks);
            return ImageCodec.read("gif", blocks.file(), reader -> new Gif(blocks).frames(reader, blocks.parts()));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new PictureException(ProgramMessages.text("picture.gif-broken"), e);
        }
    }

    private static void check(GifBlocks blocks) {
        Rectangle whole = new Rectangle(blocks.width(), blocks.height());
        int frames = blocks.parts().size();
        if (frames > MOST_FRAMES
                || (long) blocks.width() * blocks.height() * Math.max(1, frames) > MOST_PIXELS
                || !blocks.parts().stream().allMatch(part -> whole.contains(part.area()))) {
            throw new PictureException(ProgramMessages.text("picture.gif-kind"), null);
        }
    }

    private List<GifFrame> frames(ImageReader reader, List<GifBlocks.Part> parts) throws IOException {
        List<GifFrame> frames = new ArrayList<>();
        for (GifBlocks.Part part : parts) {
            int[] before = canvas;
            canvas = before.clone(); // a frame keeps its own
            draw(reader.read(frames.size()), part.area());
            frames.add(new GifFrame(new Pixels(width, height, canvas), part.time()));
            switch (part.disposal()) {
                case RESTORE_BACKGROUND -> clear(part.area());
                case RESTORE_PREVIOUS -> canvas = before;
                default -> {} // it stays
            }
        }
        return frames;
    }

    private void draw(BufferedImage image, Rectangle area) {
        int[] colors = image.getRGB(0, 0, area.width, area.height, null, 0, area.width);
        for (int i = 0; i < colors.length; i++) {
            if (colors[i] >>> 24 != 0) {
                canvas[(area.y + i / area.width) * width + area.x + i % area.width] = colors[i] & 0xffffff;
            }
        }
    }

    private void clear(Rectangle area) {
        canvas = canvas.clone();
        for (int y = area.y; y < area.y + area.height; y++) {
            Arrays.fill(canvas, y * width + area.x, y * width + area.x + area.width, 0);
        }
    }
}
