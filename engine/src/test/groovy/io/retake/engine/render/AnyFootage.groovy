package io.retake.engine.render

import io.retake.engine.media.MediaInfo
import io.retake.engine.media.TestMedia
import io.retake.engine.render.timeline.Source
import java.nio.file.Path

/** Small good media of every make that people have, each made in a moment: what sounds is a steady tone. */
class AnyFootage {
    private static final List<String> H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '12', '-pix_fmt', 'yuv420p']

    private static List<String> picture(String size, String rate, double seconds) {
        ['-f', 'lavfi', '-i', "testsrc2=s=$size:r=$rate:d=$seconds"]
    }

    private static List<String> tone(int rate, double seconds, int channels = 2) {
        ['-f', 'lavfi', '-i', "aevalsrc=exprs='${(['0.4*sin(2*PI*440*t)'] * channels).join('|')}':s=$rate:d=$seconds"]
    }

    private static Path made(String name, List<String> arguments) {
        TestMedia.clip("any-$name", *arguments.collect { it.toString() })
    }

    /** By name, each with what it stands for. */
    static final Map<String, Closure<Path>> MAKES = [
        'stereo.mp4': { made(it, picture('128x72', '30', 2) + tone(48000, 2) + H264 + ['-c:a', 'aac']) },
        'mono44.mp4': { made(it, picture('96x54', '25', 1.6) + tone(44100, 1.6, 1) + H264 + ['-c:a', 'aac', '-ac', '1']) },
        'speech16.mp4': { made(it, picture('128x72', '30', 2.2) + tone(16000, 2.2, 1) + H264 + ['-c:a', 'aac', '-ac', '1']) },
        'silent.mkv': { made(it, picture('128x72', '24', 1.5) + H264) },
        'uneven.mkv': { made(it, picture('128x72', '60', 1.8) + tone(48000, 1.8) + ['-vf', "select='not(mod(n\\,7))+gt(n\\,70)'", '-fps_mode', 'vfr'] + H264 + ['-c:a', 'libmp3lame']) },
        'moves.gif': { made(it, picture('64x48', '10', 1.2)) },
        'still.png': { made(it, picture('75x51', '1', 1) + ['-frames:v', '1', '-pix_fmt', 'rgba']) },
        'photo.jpg': { made(it, picture('200x120', '1', 1) + ['-frames:v', '1']) },
        'turned.mp4': { Path flat = made('flat.mp4', picture('128x72', '30', 1.5) + tone(48000, 1.5) + H264 + ['-c:a', 'aac']); made(it, ['-display_rotation', '90', '-i', flat, '-c', 'copy']) },
        'longsound.mp4': { made(it, picture('128x72', '30', 1) + tone(48000, 2.4) + H264 + ['-c:a', 'aac']) },
        'shortsound.mov': { made(it, picture('128x72', '29.97', 2.2) + tone(48000, 0.9) + H264 + ['-c:a', 'pcm_s16le']) },
        'late.ts': { made(it, picture('128x72', '25', 1.6) + tone(48000, 1.6) + H264 + ['-c:a', 'mp2', '-output_ts_offset', '37']) },
        'latesound.mkv': { made(it, picture('128x72', '30', 2) + ['-itsoffset', '0.7'] + tone(48000, 1.3) + H264 + ['-c:a', 'libopus']) },
        'odd.mkv': { made(it, picture('101x57', '50', 1) + tone(32000, 1) + ['-c:v', 'ffv1', '-pix_fmt', 'yuv444p', '-c:a', 'flac']) },
        'surround.mkv': { made(it, picture('128x72', '23.976', 1.4) + tone(48000, 1.4, 6) + H264 + ['-c:a', 'ac3']) },
        'fields.mpg': { made(it, picture('128x96', '25', 1.4) + tone(48000, 1.4) + ['-vf', 'interlace', '-flags', '+ildct+ilme', '-c:v', 'mpeg2video', '-c:a', 'mp2']) },
        'oneframe.mp4': { made(it, picture('128x72', '25', 0.04) + H264) },
        'slow.mp4': { made(it, picture('128x72', '1', 3) + tone(48000, 3) + H264 + ['-c:a', 'aac']) },
        'cut.mp4': { Path whole = made('whole.mp4', picture('128x72', '30', 3) + tone(48000, 3) + H264 + ['-c:a', 'aac']); made(it, ['-ss', '0.9', '-i', whole, '-t', '1.3', '-c', 'copy']) },
        'clear.mov': { made(it, picture('96x54', '25', 1.2) + ['-vf', 'format=argb,colorchannelmixer=aa=0.5', '-c:v', 'qtrle']) },
        'vp9.webm': { made(it, picture('128x72', '30', 1.1) + tone(48000, 1.1) + ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus']) },
        'moves.png': { made(it, picture('64x48', '8', 1) + ['-f', 'apng', '-plays', '0']) },
        'tall.avi': { made(it, picture('18x160', '15', 1.3) + tone(11025, 1.3, 1) + ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-c:a', 'pcm_u8']) },
        'blip.wav': { made(it, tone(96000, 0.02)) },
        'tune.wav': { made(it, tone(22050, 1.7, 1)) },
        'song.mp3': { made(it, tone(44100, 2.5) + ['-c:a', 'libmp3lame']) },
        'cover.m4a': { Path art = made('art.jpg', picture('64x64', '1', 1) + ['-frames:v', '1']); made(it, tone(44100, 1.3) + ['-i', art, '-map', '0', '-map', '1', '-c:a', 'aac', '-c:v', 'copy', '-disposition:v', 'attached_pic']) },
    ]

    /** The file and what is in it. */
    static Source of(String name) {
        Path file = MAKES[name](name)
        new Source(file, Footage.info(file))
    }

    static MediaInfo info(String name) { of(name).info() }
}
