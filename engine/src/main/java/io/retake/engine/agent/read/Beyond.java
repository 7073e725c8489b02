package io.retake.engine.agent.read;

import java.util.Map;

/** What people ask for that this agent can't do yet, with the nearest thing that it can. */
final class Beyond {
    private static final Map<String, Phrase> NEAREST = Map.ofEntries(
            entry("stabilize", "Stabilising", "防抖", "slow down the shaky part", "放慢抖动的部分"),
            entry("denoise", "Removing noise", "降噪", "lower the volume", "降低音量"),
            entry(
                    "background",
                    "Replacing the background",
                    "更换背景",
                    "make it vertical with a blurred background",
                    "改成竖屏，背景模糊"),
            entry(
                    "captions",
                    "Captions from speech",
                    "自动字幕",
                    "add the title \"Hello\" from 0:01 to 0:04",
                    "添加标题“你好”从1秒到4秒"),
            entry("translate", "Translating", "翻译", "add the title \"Hello\"", "添加标题“你好”"),
            entry("transition", "A transition between clips", "转场", "fade in clip 2", "片段2淡入"),
            entry("reverse", "Playing backwards", "倒放", "set the speed to 0.5x", "速度调到0.5倍"),
            entry("rotate", "Rotating and flipping", "旋转和翻转", "make it vertical", "改成竖屏"),
            entry("zoom", "Zooming", "缩放镜头", "change the aspect ratio to 1:1", "改成方形"),
            entry("freeze", "Freezing a frame", "定格", "set the speed to 0.1x from 0:02 to 0:03", "2秒到3秒慢放到0.1倍"),
            entry("sharpen", "Sharpening", "锐化", "upscale to 1080p", "放大到1080p"),
            entry(
                    "overlay",
                    "Laying pictures over the video",
                    "叠加图片",
                    "add the title \"Hello\" at the top right",
                    "在右上角加上文字“你好”"),
            entry("order", "Arranging clips", "调整片段顺序", "delete clip 2", "删除片段2"),
            entry("jumpcuts", "Smoothing jump cuts", "平滑跳切", "fade in clip 2", "片段2淡入"),
            entry("silences", "Cutting silences", "剪掉静音片段", "remove from 0:05 to 0:08", "删除5秒到8秒"),
            entry("sync", "Synchronising sound", "音画同步", "mute the sound", "静音"),
            entry("loudness", "Normalising loudness", "响度标准化", "set the volume to 80%", "音量设为80%"),
            entry("fps", "Changing the frame rate", "修改帧率", "set the speed to 0.5x", "速度调到0.5倍"),
            entry("lut", "That look", "这种滤镜", "make it warmer", "色调暖一点"),
            entry("export", "Exporting by a sentence", "用语句导出", "the export command", "导出命令"),
            entry("redo", "Doing again what was taken back", "重做", "undo", "撤销"),
            entry("generate", "Generating material", "生成素材", "add the title \"Hello\"", "添加标题“你好”"),
            entry("viral", "That", "这个要求", "make it vertical, more vivid and 1.25x faster", "改成竖屏，颜色更鲜艳，加速1.25倍"),
            entry(
                    "removeobject",
                    "Removing things from the picture",
                    "去除画面中的物体",
                    "remove from 0:05 to 0:08",
                    "删除5秒到8秒"));

    private Beyond() {}

    private static Map.Entry<String, Phrase> entry(
            String name, String english, String chinese, String nearest, String nearestChinese) {
        return Map.entry(
                name,
                new Phrase(
                        english + " is not possible here. The nearest thing that is: " + nearest + ".",
                        "这里做不了“" + chinese + "”。最接近的做法：" + nearestChinese + "。"));
    }

    static Phrase phrase(String name) {
        Phrase phrase = NEAREST.get(name);
        if (phrase == null) {
            throw new IllegalStateException("nothing is said about " + name);
        }
        return phrase;
    }
}
