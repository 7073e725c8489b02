package io.retake.engine.agent.read;

import java.util.List;
import java.util.Map;

/** Sentences that would have been understood, chosen by the words that were. */
final class Nearest {
    private static final Phrase ANYTHING = new Phrase(
            "trim the first 10 seconds, set the speed to 1.5x, upscale to 1080p, make it vertical, fix the colors, make it"
                    + " brighter, make it black and white, mute the sound, set the volume to 50%, add the music"
                    + " \"song.mp3\", add the title \"Hello\", fade in and out, undo",
            "删除前10秒、速度调到1.5倍、放大到1080p、改成竖屏、修复颜色、调亮一点、变成黑白、静音、音量设为50%、添加音乐“song.mp3”、添加标题“你好”、淡入淡出、撤销");

    private static final Phrase CUT = new Phrase("remove the first 5 seconds, or keep 0:02 to 0:12", "删除前5秒，或保留2秒到12秒");
    private static final Phrase SPEED = new Phrase("set the speed to 1.5x", "速度调到1.5倍");
    private static final Phrase SIZE = new Phrase("upscale to 1080p, or resize to 640x360", "放大到1080p，或缩小到480p");
    private static final Phrase SHAPE = new Phrase("change the aspect ratio to 9:16", "画面比例改成9:16");
    private static final Phrase COLOR =
            new Phrase("fix the colors, or increase the brightness by 10%", "修复颜色，或亮度提高10%");
    private static final Phrase VOLUME = new Phrase("set the volume to 50%, or mute the sound", "音量设为50%，或静音");
    private static final Phrase MUSIC =
            new Phrase("add the music \"song.mp3\" at 35%, or mute the music", "添加音乐“song.mp3”，音量35%，或音乐静音");
    private static final Phrase TITLE =
            new Phrase("add the title \"Hello\" from 0:01 to 0:04 at the bottom", "在底部添加标题“你好”从1秒到4秒");
    private static final Phrase FADE = new Phrase("fade in over 1 s, or fade out over 2 s", "淡入1秒，或淡出2秒");
    private static final Phrase UNDO = new Phrase("undo, or undo the last 2 changes", "撤销，或撤销两步");

    private static final List<Map.Entry<Kind, Phrase>> BY_WORD = List.of(
            Map.entry(Kind.UNDO, UNDO),
            Map.entry(Kind.TITLE, TITLE),
            Map.entry(Kind.QUOTED, TITLE),
            Map.entry(Kind.SAYING, TITLE),
            Map.entry(Kind.MUSIC, MUSIC),
            Map.entry(Kind.FADE, FADE),
            Map.entry(Kind.FADE_IN, FADE),
            Map.entry(Kind.FADE_OUT, FADE),
            Map.entry(Kind.FADE_BOTH, FADE),
            Map.entry(Kind.SPEED, SPEED),
            Map.entry(Kind.FASTER, SPEED),
            Map.entry(Kind.SLOWER, SPEED),
            Map.entry(Kind.SLOW_MOTION, SPEED),
            Map.entry(Kind.VOLUME, VOLUME),
            Map.entry(Kind.MUTE, VOLUME),
            Map.entry(Kind.SOUND, VOLUME),
            Map.entry(Kind.ORIGINAL, VOLUME),
            Map.entry(Kind.LOUDER, VOLUME),
            Map.entry(Kind.QUIETER, VOLUME),
            Map.entry(Kind.UPSCALE, SIZE),
            Map.entry(Kind.RESIZE, SIZE),
            Map.entry(Kind.SIZE, SIZE),
            Map.entry(Kind.RESOLUTION, SIZE),
            Map.entry(Kind.ASPECT, SHAPE),
            Map.entry(Kind.SHAPE, SHAPE),
            Map.entry(Kind.FIT, SHAPE),
            Map.entry(Kind.GRADING, COLOR),
            Map.entry(Kind.COLOR, COLOR),
            Map.entry(Kind.DIMENSION, COLOR),
            Map.entry(Kind.LOOK, COLOR),
            Map.entry(Kind.GRAY, COLOR),
            Map.entry(Kind.REMOVE, CUT),
            Map.entry(Kind.KEEP, CUT),
            Map.entry(Kind.CUT, CUT),
            Map.entry(Kind.TRIM, CUT),
            Map.entry(Kind.STRETCH, CUT));

    private Nearest() {}

    static Phrase of(List<Token> tokens) {
        return BY_WORD.stream()
                .filter(e -> tokens.stream().anyMatch(t -> t.is(e.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ANYTHING);
    }
}
