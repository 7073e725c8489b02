package io.retake.engine.render;

import io.retake.core.draft.Effect;
import io.retake.core.edit.value.Direction;
import io.retake.core.edit.value.Strength;
import io.retake.engine.media.Rational;
import io.retake.engine.media.VideoInfo;
import java.util.List;
import java.util.Optional;

/**
 * What is done to footage before it is brought to the canvas: cut at the edges, turned, mirrored, cleaned. At its own
 * size nothing is lost, and noise is gone before it is enlarged.
 *
 * @param filters each followed by a comma
 * @param video the footage as it is then: upright, whole frames
 */
record Treatment(String filters, VideoInfo video) {

    static boolean isOne(Effect effect) {
        return effect instanceof Effect.Crop
                || effect instanceof Effect.Rotate
                || effect instanceof Effect.Flip
                || effect instanceof Effect.Denoise
                || effect instanceof Effect.Deinterlace
                || effect instanceof Effect.Stabilize;
    }

    static Treatment of(VideoInfo footage, List<Effect> effects) {
        Treatment result = new Treatment("", upright(footage));
        for (Effect effect : effects) {
            result = result.and(effect);
        }
        return result;
    }

    /** Fields become frames before anything else, where the footage has some or it is asked for. */
    static String deinterlaced(VideoInfo footage, List<Effect> effects) {
        if (effects.stream().anyMatch(Effect.Deinterlace.class::isInstance)) {
            return "bwdif=mode=send_frame:deint=all,";
        }
        return footage.interlaced() ? "bwdif=mode=send_frame:deint=interlaced," : "";
    }

    private Treatment and(Effect effect) {
        if (effect instanceof Effect.Crop crop) {
            return cropped(crop);
        }
        if (effect instanceof Effect.Rotate rotate) {
            return turned(rotate.degrees());
        }
        if (effect instanceof Effect.Flip flip) {
            return new Treatment(filters + (flip.direction() == Direction.HORIZONTAL ? "hflip," : "vflip,"), video);
        }
        return effect instanceof Effect.Denoise denoise
                ? new Treatment(filters + "hqdn3d=" + noise(denoise.strength()) + ",", video)
                : this;
    }

    /** Luma and chroma in space, then in time. On noise of 6 levels: 4.9, 3.3 and 2.4 are left. */
    private static String noise(Strength strength) {
        return switch (strength) {
            case LIGHT -> "4:3:6:4.5";
            case MEDIUM -> "6:4.5:12:9";
            case STRONG -> "8:6:16:12";
        };
    }

    private Treatment cropped(Effect.Crop crop) {
        int left = even(video.codedWidth() * crop.left().percent() / 100);
        int top = even(video.codedHeight() * crop.top().percent() / 100);
        int width = even(
                video.codedWidth() * (100 - crop.left().percent() - crop.right().percent()) / 100);
        int height = even(video.codedHeight()
                * (100 - crop.top().percent() - crop.bottom().percent())
                / 100);
        if (width < 2 || height < 2) {
            throw new RenderException("Nothing is left of a picture of " + video.codedWidth() + "x"
                    + video.codedHeight() + " pixels when it is cropped so. Crop less of it.");
        }
        int w = Math.min(width, video.codedWidth() - left);
        int h = Math.min(height, video.codedHeight() - top);
        return new Treatment(
                filters + "crop=" + w + ":" + h + ":" + left + ":" + top + ",", sized(video, w, h, video.pixelShape()));
    }

    private Treatment turned(int degrees) {
        if (degrees == 180) {
            return new Treatment(filters + "hflip,vflip,", video);
        }
        return new Treatment(
                filters + "transpose=" + (degrees == 90 ? "clock" : "cclock") + ",",
                sized(video, video.codedHeight(), video.codedWidth(), inverse(video.pixelShape())));
    }

    /** FFmpeg turns by the rotation flag before the graph. */
    private static VideoInfo upright(VideoInfo v) {
        boolean turned = v.rotation() == 90 || v.rotation() == 270;
        return turned
                ? sized(v, v.codedHeight(), v.codedWidth(), inverse(v.pixelShape()))
                : sized(v, v.codedWidth(), v.codedHeight(), v.pixelShape());
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
        return Optional.of(shape)
                .filter(s -> s.numerator() > 0)
                .map(s -> new Rational(s.denominator(), s.numerator()))
                .orElse(Rational.ONE);
    }

    private static int even(double pixels) {
        return 2 * (int) Math.round(pixels / 2);
    }
}
