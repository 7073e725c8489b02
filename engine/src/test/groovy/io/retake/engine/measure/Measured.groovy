package io.retake.engine.measure

import io.retake.engine.ffmpeg.ContentHash
import io.retake.engine.media.MediaInfo
import io.retake.engine.media.Probe
import io.retake.engine.media.TestMedia
import io.retake.engine.process.CancelSignal
import java.nio.file.Path

/** Footage with known truth for the specs of measuring, and the footage folder where there is one. */
class Measured {
    private static final List<String> SMALL = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '18', '-pix_fmt', 'yuv420p']

    static MediaInfo info(Path file) {
        new Probe(TestMedia.FFMPEG).of(file, ContentHash.of(file), file.fileName.toString())
    }

    static Optional<Path> real(String name) {
        Optional.ofNullable(System.getProperty('retake.footage')).map { Path.of(it, name) }.filter { it.toFile().isFile() }
    }

    /** A still picture with structure in all of it, larger than the frames that are cut from it. */
    static final String STILL = 'color=gray:s=640x360:r=25,format=yuv420p,noise=alls=100:all_seed=5,gblur=sigma=4,' +
            'eq=contrast=8,trim=end_frame=1,loop=loop=-1:size=1,setpts=N/25/TB'

    /** Three pictures of 1, 1.4 and 0.6 s, with motion in each. */
    static Path threeShots() {
        TestMedia.clip('measure-shots.mp4',
                '-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=1',
                '-f', 'lavfi', '-i', 'mandelbrot=s=320x180:r=25,trim=duration=1.4',
                '-f', 'lavfi', '-i', 'gradients=s=320x180:r=25:d=0.6:seed=9:speed=0.05',
                '-filter_complex', '[0]format=yuv420p,setsar=1[a];[1]format=yuv420p,setsar=1[b];[2]format=yuv420p,setsar=1[c];[a][b][c]concat=n=3',
                *SMALL)
    }

    /** One scene with a flash of two frames and a frame of black. */
    static Path flashes() {
        TestMedia.clip('measure-flashes.mp4', '-f', 'lavfi', '-i', STILL, '-t', '3', '-vf',
                "crop=320:180:100:80,lutyuv=y=val,geq=lum='if(between(N,30,31),235,if(eq(N,55),16,lum(X,Y)))':cb='cb(X,Y)':cr='cr(X,Y)'", *SMALL)
    }

    /** A fast pan. */
    static Path pan() {
        TestMedia.clip('measure-pan.mp4', '-f', 'lavfi', '-i', STILL, '-t', '2', '-vf',
                "crop=320:180:x='min(320,8*n)':y=90", *SMALL)
    }

    /** One scene whose camera jumps by a tenth of the picture at 1.2 s. */
    static Path jump() {
        TestMedia.clip('measure-jump.mp4', '-f', 'lavfi', '-i', STILL, '-t', '2.4', '-vf',
                "crop=320:180:x='if(lt(t,1.2),100,148)':y='if(lt(t,1.2),90,122)'", *SMALL)
    }

    /** The same scene held still. */
    static Path steady() {
        TestMedia.clip('measure-steady.mp4', '-f', 'lavfi', '-i', STILL, '-t', '3', '-vf', 'crop=320:180:160:90', *SMALL)
    }

    /** The same scene with shifts of up to 9 pixels and turns of up to 0.7 degrees, several times a second. */
    static Path shaken() {
        TestMedia.clip('measure-shaken.mp4', '-f', 'lavfi', '-i', STILL, '-t', '3', '-vf',
                "rotate='0.008*sin(2*PI*t*2.3)+0.004*sin(2*PI*3.7*t)':bilinear=1," +
                        "crop=320:180:x='160+6*sin(2*PI*2.9*t)+3*sin(2*PI*4.3*t+1)':y='90+5*sin(2*PI*3.3*t)+3*cos(2*PI*5.1*t)'", *SMALL)
    }

    /** Something like speech: noise in syllables of random length and level, and pauses at 1.0-1.8 and 3.0-4.2 s. */
    static Path talk(String name = 'measure-talk.wav', double noise = 0.002, String after = 'anull') {
        TestMedia.clip(name,
                '-f', 'lavfi', '-i', 'anoisesrc=r=48000:a=0.5:c=pink:seed=21:d=6',
                '-f', 'lavfi', '-i', "anoisesrc=r=48000:a=$noise:seed=22:d=6",
                '-filter_complex', "[0]volume='not(between(t,1,1.8)+between(t,3,4.2))*(0.25+0.75*abs(sin(7*t+2*sin(5.3*t)+sin(t*t))))':eval=frame[s];" +
                '[s][1]amix=inputs=2:normalize=0,' + after)
    }

    static CancelSignal never() {
        new CancelSignal()
    }
}
