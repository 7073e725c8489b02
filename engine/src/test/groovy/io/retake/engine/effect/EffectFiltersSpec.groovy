package io.retake.engine.effect

import io.retake.core.draft.Canvas
import io.retake.core.draft.Effect
import io.retake.core.edit.value.Change
import io.retake.core.edit.value.Direction
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.Share
import io.retake.core.edit.value.Strength
import io.retake.engine.effect.kind.PictureEffect
import io.retake.engine.effect.kind.SourceEffect
import io.retake.engine.filter.ColorCorrection
import io.retake.engine.filter.Filter
import io.retake.engine.filter.OpenChain
import io.retake.engine.filter.PictureStretch
import io.retake.engine.filter.SourcePicture
import io.retake.engine.media.Rational
import io.retake.engine.media.VideoInfo
import java.time.Duration
import spock.lang.Specification

/** The filters of effects, as text: nothing is rendered. EveryEffectSpec looks at pictures. */
class EffectFiltersSpec extends Specification {
    private static final RGB = 'zscale=matrixin=709:rangein=limited:primariesin=709:transferin=709:matrix=gbr:range=full:primaries=709:transfer=709,format=gbrp,'
    private static final BACK = ',zscale=matrixin=gbr:rangein=full:primariesin=709:transferin=709:matrix=709:range=limited:primaries=709:transfer=709,format=yuv420p'

    /** A stretch of ten seconds at 30 frames a second, of which a part may be shown. */
    private static PictureStretch stretch(Map given = [:]) {
        def all = [canvas: new Canvas(1920, 1080, Fit.PAD, false), frames: 300L, before: 0L, shown: 300L, still: false, correction: ColorCorrection.NONE] + given
        [canvas: { all.canvas }, frames: { all.frames }, before: { all.before }, shown: { all.shown }, isStill: { all.still },
         correction: { all.correction }, table: { String hash -> "table-${hash}.cube".toString() },
         frame: { Duration time -> Math.round(time.toMillis() * 30 / 1000d) }, seconds: { long frame -> "${frame / 30 as int}s".toString() }] as PictureStretch
    }

    private static String filters(Effect effect, Map given = [:]) {
        Filter.text((EffectKinds.of(effect) as PictureEffect).filters(effect, stretch(given)))
    }

    private static Effect grade(Map<String, Integer> by) {
        new Effect.GradeFx(*['brightness', 'contrast', 'saturation', 'temperature'].collect { new Change(by[it] ?: 0) })
    }

    def 'a grade of #by is #filters'() {
        expect:
        filters(grade(by)) == filters

        where:
        by                                    || filters
        [:]                                   || ''
        [brightness: 50]                      || 'eq=brightness=0.2:contrast=1:saturation=1'
        [brightness: -100]                    || 'eq=brightness=-0.4:contrast=1:saturation=1'
        [contrast: 100]                       || 'eq=brightness=0:contrast=2:saturation=1'
        [contrast: -100]                      || 'eq=brightness=0:contrast=0.2:saturation=1'
        [saturation: -100]                    || 'eq=brightness=0:contrast=1:saturation=0'
        [saturation: 25]                      || 'eq=brightness=0:contrast=1:saturation=1.25'
        [temperature: 100]                    || RGB + "lutrgb=r='clip(val*1.2,0,255)':g='clip(val*1.02,0,255)':b='clip(val*0.75,0,255)'" + BACK
        [temperature: -50, brightness: 50]    || RGB + "lutrgb=r='clip(val*0.9,0,255)':g='clip(val*0.99,0,255)':b='clip(val*1.125,0,255)'" + BACK + ',eq=brightness=0.2:contrast=1:saturation=1'
    }

    def 'a fade of #fadeIn s in and #fadeOut s out, #what, is #filters'() {
        expect:
        filters(new Effect.FadeFx(Duration.ofSeconds(fadeIn), Duration.ofSeconds(fadeOut)), given) == filters

        where:
        fadeIn | fadeOut | what                     | given                                 || filters
        1      | 2       | 'all of it shown'        | [:]                                   || 'fade=t=in:s=0:n=30,fade=t=out:s=240:n=60'
        1      | 0       | 'all of it shown'        | [:]                                   || 'fade=t=in:s=0:n=30'
        0      | 2       | 'all of it shown'        | [:]                                   || 'fade=t=out:s=240:n=60'
        0      | 0       | 'all of it shown'        | [:]                                   || ''
        1      | 2       | 'its beginning'          | [shown: 100L]                         || 'fade=t=in:s=0:n=30'
        1      | 2       | 'its middle'             | [before: 100L, shown: 100L]           || ''
        1      | 2       | 'its end'                | [before: 200L, shown: 100L]           || 'fade=t=out:s=40:n=60'
        1      | 1       | 'of a third of a second' | [frames: 10L, shown: 10L]             || 'fade=t=in:s=0:n=10,fade=t=out:s=0:n=10'
        1      | 2       | 'for a still'            | [still: true]                         || 'fade=t=in:st=0:d=1s,fade=t=out:st=8s:d=2s'
        1      | 0       | 'for a still'            | [still: true]                         || 'fade=t=in:st=0:d=1s'
        0      | 2       | 'for a still'            | [still: true]                         || 'fade=t=out:st=8s:d=2s'
        20     | 20      | 'for a still'            | [still: true]                         || 'fade=t=in:st=0:d=10s,fade=t=out:st=0s:d=10s'
    }

    def 'a zoom from #from to #to, #given, is #size'() {
        given:
        def low = "(1-1/$size)/2"
        def high = "(1+1/$size)/2"

        expect: 'the corners of what is seen, left to right and top to bottom'
        filters(new Effect.ZoomFx(from, to), given) == "perspective=x0='W*$low':y0='H*$low':x1='W*$high':y1='H*$low':x2='W*$low':y2='H*$high':x3='W*$high':y3='H*$high':interpolation=cubic:eval=frame"

        where:
        from | to  | given                       || size
        1d   | 2d  | [frames: 101L, shown: 101L] || '(1+1*clip((on+-1)/100,0,1))'
        2d   | 1.5d | [before: 50L, shown: 50L]  || '(2+-0.5*clip((on+49)/299,0,1))'
        1d   | 2d  | [frames: 1L, shown: 1L]     || '(1+1*clip((on+-1)/1,0,1))'
        1.5d | 1.5d | [:]                        || '1.5'
    }

    def 'grain of strength #strength on a picture of #width by #height has an amount of #amount'() {
        expect:
        filters(new Effect.GrainFx(strength), [canvas: new Canvas(width, height, Fit.PAD, false)]) == "noise=c0_seed=1895:c0_flags=t:c0_strength=$amount,limiter=min=16:max=235:planes=1"

        where:
        strength        | width | height || amount
        Strength.LIGHT  | 1920  | 1080   || 7
        Strength.MEDIUM | 1080  | 1920   || 12
        Strength.STRONG | 1920  | 1080   || 20
        Strength.STRONG | 640   | 480    || 13
        Strength.STRONG | 320   | 180    || 12
        Strength.STRONG | 3840  | 2160   || 28
        Strength.STRONG | 8192  | 4320   || 30
    }

    def 'a #strength vignette leaves #corner of its light in a corner of #width by #height'() {
        when:
        def text = filters(new Effect.VignetteFx(strength), [canvas: new Canvas(width, height, Fit.PAD, false)])
        def angle = (text =~ /angle=([0-9.]+)/)[0][1] as double

        then: 'by the cosine to the fourth power, at the distance of the corner in shorter sides'
        text == "lutyuv=y=val-16,setsar=$sar,vignette=angle=${(text =~ /angle=([0-9.]+)/)[0][1]}:aspect=$shape,setsar=1,lutyuv=y=val+16"
        Math.abs(Math.pow(Math.cos(angle * Math.sqrt(2) * Math.min(width, height) / Math.hypot(width, height)), 4) - corner) < 0.001

        where:
        strength        | width | height || corner | sar | shape
        Strength.LIGHT  | 1920  | 1080   || 0.65   | 2   | '3840/1080'
        Strength.MEDIUM | 1080  | 1920   || 0.45   | 1   | '1080/1920'
        Strength.STRONG | 1000  | 1000   || 0.25   | 2   | '2000/1000'
    }

    def 'what is sharpened, gray, graded by a table or by what was measured: #filters'() {
        expect:
        filters(effect, given) == filters

        where:
        effect                                  | given || filters
        new Effect.SharpenFx(Strength.LIGHT)    | [:]   || 'cas=strength=0.4:planes=1'
        new Effect.SharpenFx(Strength.MEDIUM)   | [:]   || 'cas=strength=0.7:planes=1'
        new Effect.SharpenFx(Strength.STRONG)   | [:]   || 'cas=strength=1:planes=1'
        new Effect.GrayscaleFx()                | [:]   || 'hue=s=0'
        new Effect.LutFx('a')                   | [:]   || RGB + 'lut3d=file=table-a.cube:interp=tetrahedral' + BACK
        new Effect.AutoColorFx()                | [:]   || ''
        new Effect.AutoColorFx()                | [correction: new ColorCorrection(1.1d, 1d, 0.9d, 5d, 250d, 1.25d)] || RGB + "lutrgb=r='255*pow(clip((val*1.1-5)/245,0,1),0.8)':g='255*pow(clip((val*1-5)/245,0,1),0.8)':b='255*pow(clip((val*0.9-5)/245,0,1),0.8)'" + BACK
    }

    private static VideoInfo footage(int width, int height, Map given = [:]) {
        new VideoInfo('h264', width, height, given.shape ?: Rational.ONE, given.rotation ?: 0, 'yuv420p', 8, new Rational(30, 1), false, OptionalLong.empty(),
                new VideoInfo.ColorTags(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), given.interlaced ?: false, Duration.ZERO)
    }

    private static String text(SourcePicture picture) { Filter.text(picture.after(OpenChain.from(), 'p').filters()) }

    private static SourcePicture on(SourcePicture picture, Effect effect) { (EffectKinds.of(effect) as SourceEffect).on(picture, effect) }

    private static Effect crop(double left, double right, double top, double bottom) {
        new Effect.CropFx(*[left, right, top, bottom].collect { new Share(it) })
    }

    def 'a crop of #left, #right, #top and #bottom percent of #width by #height is #filter'() {
        when:
        def picture = on(SourcePicture.of(footage(width, height)), crop(left, right, top, bottom))

        then:
        text(picture) == filter
        [picture.video().codedWidth(), picture.video().codedHeight()] == size

        where:
        width | height | left | right | top | bottom || filter                  | size
        1280  | 720    | 10   | 20    | 0   | 0      || 'crop=896:720:128:0'    | [896, 720]
        1280  | 720    | 0    | 0     | 25  | 50     || 'crop=1280:180:0:180'   | [1280, 180]
        1280  | 720    | 0    | 0     | 50  | 25     || 'crop=1280:180:0:360'   | [1280, 180]
        641   | 361    | 50   | 0     | 0   | 50     || 'crop=320:180:320:0'    | [320, 180]
        101   | 101    | 1    | 0     | 1   | 0      || 'crop=99:99:2:2'        | [99, 99]
    }

    def 'a crop that leaves no pixel is refused with the size of the picture'() {
        when:
        on(SourcePicture.of(footage(40, 20)), crop(left, 0, top, 0))

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message.contains('40') && refused.message.contains('20')

        where:
        left | top
        98   | 0
        0    | 96
    }

    def 'a crop that leaves two pixels is done'() {
        expect:
        text(on(SourcePicture.of(footage(40, 40)), crop(95, 0, 95, 0))) == 'crop=2:2:38:38'
    }

    def 'turned by #degrees, a picture of wide pixels is #width by #height, its pixels #shape'() {
        when:
        def picture = on(SourcePicture.of(footage(720, 576, [shape: new Rational(16, 15)])), new Effect.RotateFx(degrees))

        then:
        text(picture) == filters
        [picture.video().codedWidth(), picture.video().codedHeight(), picture.video().pixelShape()] == [width, height, shape]

        where:
        degrees || filters           | width | height | shape
        90      || 'transpose=clock' | 576   | 720    | new Rational(15, 16)
        180     || 'hflip,vflip'     | 720   | 576    | new Rational(16, 15)
        270     || 'transpose=cclock'| 576   | 720    | new Rational(15, 16)
    }

    def 'footage with a rotation flag of #rotation gets to the graph upright'() {
        when:
        def video = SourcePicture.of(footage(720, 576, [shape: new Rational(16, 15), rotation: rotation])).video()

        then:
        [video.codedWidth(), video.codedHeight(), video.pixelShape(), video.rotation()] == [width, height, shape, 0]

        where:
        rotation || width | height | shape
        0        || 720   | 576    | new Rational(16, 15)
        90       || 576   | 720    | new Rational(15, 16)
        180      || 720   | 576    | new Rational(16, 15)
        270      || 576   | 720    | new Rational(15, 16)
    }

    def 'footage is mirrored and denoised at its own size, after what came before: #filters'() {
        given:
        def before = SourcePicture.of(footage(720, 576)).then(Filter.of('null'))

        expect:
        text(on(before, effect)) == "null,$filters"
        on(before, effect).video() == before.video()

        where:
        effect                                      || filters
        new Effect.FlipFx(Direction.HORIZONTAL)     || 'hflip'
        new Effect.FlipFx(Direction.VERTICAL)       || 'vflip'
        new Effect.DenoiseFx(Strength.LIGHT)        || 'hqdn3d=4:3:6:4.5'
        new Effect.DenoiseFx(Strength.MEDIUM)       || 'hqdn3d=6:4.5:12:9'
        new Effect.DenoiseFx(Strength.STRONG)       || 'hqdn3d=8:6:16:12'
    }

    def 'fields become frames where that is asked for, or where the footage has fields: #filters'() {
        expect:
        Filter.text(DeinterlaceEffect.fields(footage(720, 576, [interlaced: interlaced]), effects)) == filters

        where:
        interlaced | effects                      || filters
        false      | []                           || ''
        true       | []                           || 'bwdif=mode=send_frame:deint=interlaced'
        false      | [new Effect.DeinterlaceFx()] || 'bwdif=mode=send_frame:deint=all'
        true       | [new Effect.DeinterlaceFx()] || 'bwdif=mode=send_frame:deint=all'
    }

    def 'the mix is brought to a loudness only where it is at another: #decibels'() {
        expect:
        Filter.text(LoudnessEffect.filters(decibels)) == filters

        where:
        decibels || filters
        0        || ''
        -3.5d    || 'volume=-3.5dB,alimiter=level=disabled:limit=0.89:attack=5:release=60:latency=1'
    }
}
