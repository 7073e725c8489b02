package io.retake.engine.filter;

import io.retake.engine.media.Rational;
import io.retake.engine.media.VideoInfo;

/**
 * Footage on its way to the canvas.
 *
 * @param filters those so far, each followed by a comma
 * @param video the footage as it is after them: upright, whole frames
 */
public record SourcePicture(String filters, VideoInfo video) {

    /** Returns footage as the graph gets it: FFmpeg turns by the rotation flag before the graph. */
    public static SourcePicture of(VideoInfo footage) {
        boolean turned = footage.rotation() == 90 || footage.rotation() == 270;
        return new SourcePicture(
                "",
                turned
                        ? sized(footage, footage.codedHeight(), footage.codedWidth(), inverse(footage.pixelShape()))
                        : sized(footage, footage.codedWidth(), footage.codedHeight(), footage.pixelShape()));
    }

    /** Returns the picture after one more filter that leaves its size. */
    public SourcePicture then(String filter) {
        return new SourcePicture(filters + filter + ",", video);
    }

    /** Returns the picture after one more filter that leaves so many coded pixels of the same shape. */
    public SourcePicture then(String filter, int width, int height) {
        return new SourcePicture(filters + filter + ",", sized(video, width, height, video.pixelShape()));
    }

    /** Returns the picture after a filter that lays it on its side. */
    public SourcePicture thenOnSide(String filter) {
        return new SourcePicture(
                filters + filter + ",",
                sized(video, video.codedHeight(), video.codedWidth(), inverse(video.pixelShape())));
    }

    private static VideoInfo sized(VideoInfo v, int width, int height, Rational pixelShape) {
        return new VideoInfo(
                v.codec(),
                width,
                height,
                pixelShape,
                0,
                v.pixelFormat(),
                v.bitDepth(),
                v.frameRate(),
                v.variable(),
                v.frames(),
                v.color(),
                false,
                v.start());
    }

    private static Rational inverse(Rational shape) {
        return shape.numerator() > 0 ? new Rational(shape.denominator(), shape.numerator()) : Rational.ONE;
    }
}
