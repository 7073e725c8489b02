package io.retake.engine.media;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The picture of a media file.
 *
 * @param codec FFmpeg's name, such as h264
 * @param codedWidth pixels as stored
 * @param codedHeight pixels as stored
 * @param pixelShape width to height of one pixel
 * @param rotation degrees clockwise by which it must be turned to stand upright: 0, 90, 180 or 270
 * @param pixelFormat FFmpeg's name, such as yuv420p
 * @param bitDepth bits of one component
 * @param frameRate the average, frames a second
 * @param variable whether frames come at uneven times
 * @param frames how many there are, when the container says
 * @param color what the stream says of its colours
 * @param interlaced whether a frame is two fields
 * @param start where it begins in the file's own time
 */
public record VideoInfo(
        String codec,
        int codedWidth,
        int codedHeight,
        Rational pixelShape,
        int rotation,
        String pixelFormat,
        int bitDepth,
        Rational frameRate,
        boolean variable,
        OptionalLong frames,
        ColorTags color,
        boolean interlaced,
        Duration start) {

    /** Width in square pixels, upright. */
    public int width() {
        return isTurned() ? codedHeight : squareWidth();
    }

    /** Height in square pixels, upright. */
    public int height() {
        return isTurned() ? squareWidth() : codedHeight;
    }

    private boolean isTurned() {
        return rotation == 90 || rotation == 270;
    }

    private int squareWidth() {
        return (int) Math.round(codedWidth * pixelShape.value());
    }

    /** The color tags of a stream, in FFmpeg's terms; empty where it has none. */
    public record ColorTags(
            Optional<String> primaries, Optional<String> transfer, Optional<String> matrix, Optional<String> range) {}
}
