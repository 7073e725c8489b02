package io.retake.engine.agent.read;

import java.util.Map;

/** Requests that this agent doesn't support yet, each with the closest supported sentence. */
final class Beyond {
    private static final Map<String, Phrase> NEAREST = Map.ofEntries(
            entry(
                    "background",
                    "Replacing the background",
                    "更换背景",
                    "make it vertical with a blurred background",
                    "改成竖屏，背景模糊"),
            entry(
                    "captions",
                    "Making or changing captions so",
                    "这样处理字幕",
                    "add the captions \"talk.srt\", of a file that was uploaded",
                    "上传字幕文件后添加字幕“talk.srt”"),
            entry("translate", "Translating", "翻译", "add the title \"Hello\"", "添加标题“你好”"),
            entry("zoom", "Finding faces", "识别人脸", "zoom in to 1.3x", "推近到1.3倍"),
            entry("zoomout", "Zooming out and panning", "拉远和平移", "zoom in to 1.3x", "推近到1.3倍"),
            entry("overlay", "Adding stickers", "贴纸", "overlay \"logo.png\" at the top right", "在右上角叠加“logo.png”"),
            entry("order", "That arrangement", "这种排列", "reorder the clips to 2, 1", "片段按2、1排序"),
            entry("silences", "Finding words in speech", "识别口头语", "cut the silences", "剪掉停顿"),
            entry("sync", "Synchronising sound by itself", "自动音画同步", "delay the sound by 200 ms", "声音延后200毫秒"),
            entry(
                    "lut",
                    "That look",
                    "这种滤镜",
                    "apply the LUT \"look.cube\", or make it warmer",
                    "应用LUT“look.cube”，或色调暖一点"),
            Map.entry(
                    "export",
                    new Phrase(
                            "Exporting, uploading and sharing are not edits; none of it was done. To export over the API, send"
                                    + " POST /api/render/proxy/lambda; in a script, write export mp4.",
                            "导出、上传和分享不是编辑操作，没有执行。通过接口导出请用 POST /api/render/proxy/lambda；在脚本中写 export mp4。")),
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
