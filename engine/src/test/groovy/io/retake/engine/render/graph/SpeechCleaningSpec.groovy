package io.retake.engine.render.graph

import static io.retake.core.draft.TrackType.AUDIO

import io.retake.engine.render.Addresses
import io.retake.engine.render.Footage
import io.retake.engine.render.Renderer
import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.engine.render.timeline.RenderTimeline
import io.retake.core.draft.Effect
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Strength
import io.retake.engine.process.CancelSignal
import io.retake.engine.ffmpeg.Capabilities
import io.retake.engine.ffmpeg.FFmpeg
import io.retake.engine.process.ProcessJob
import io.retake.engine.process.Memory
import io.retake.engine.process.Processes
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Noise of a known level put over a voice that is known without it. */
class SpeechCleaningSpec extends Specification {
    @TempDir
    Path folder

    def 'a #strength cleaning lowers the noise in the pauses by #least dB and brings the voice nearer to what it was'() {
        when:
        def cleaned = clean(TestMedia.FFMPEG, noisy(), strength)

        then:
        fall(cleaned, noisy()) < -least
        and: 'the voice is as loud as it was and lies where it lay'
        Math.abs(decibels(Footage.level(cleaned, 2.55, 2.7) / Footage.level(voice(), 2.55, 2.7))) < 1
        Math.abs(later(cleaned, voice())) < 48
        and:
        near(cleaned, voice()) > near(noisy(), voice()) + 5

        where:
        strength        | least
        Strength.LIGHT  | 7
        Strength.MEDIUM | 15
        Strength.STRONG | 20
    }

    def 'an FFmpeg without networks cleans by the spectrum, and in its place too'() {
        when:
        def cleaned = clean(without('arnndn'), noisy(), Strength.STRONG)

        then:
        fall(cleaned, noisy()) < -5
        Math.abs(later(cleaned, voice())) < 48
    }

    def 'the end of the last word is not lost'() {
        given: 'a recording that stops in the middle of it'
        def cut = TestMedia.clip('voice-cut.wav', '-i', noisy().toString(), '-t', '5.2')
        def draft = Footage.draft((AUDIO): [Footage.segment(cut, 0, 5200).withEffects([new Effect.DenoiseAudioFx(Strength.MEDIUM)])])

        when:
        def cleaned = render(TestMedia.FFMPEG, draft)

        then: 'up to the fade against the click'
        Footage.level(cleaned, 5.18, 5.193) > 0.8 * Footage.level(voice(), 5.18, 5.193)
    }

    def 'the known noise comes out as loud as is expected, #strength'() {
        expect: 'two strange runs one after the other are not seen in the life of a build'
        runs([], strength) < 3

        where:
        strength << Strength.values()
    }

    @Requires({ Addresses.canBeChosen() })
    def 'a run that went wrong is found, whatever was said, #strength'() {
        given: 'a process in which the address of a piece of code, read as a number, is none'
        def chosen = Addresses.noNumbers(TestMedia.FFMPEG)

        expect:
        runs(chosen, strength) == SpeechCleaning.MOST_RUNS
        and: 'it did go wrong'
        cleanedIn(chosen, strength) != cleanedIn([], strength)

        where:
        strength << Strength.values()
    }

    private int runs(List<String> before, Strength strength) {
        int runs = 0
        SpeechCleaning.run(folder, {
            runs++
            cleanedIn(before, strength)
        })
        runs
    }

    /** The digest of what a process started so makes of the noisy sound. */
    private String cleanedIn(List<String> before, Strength strength) {
        def draft = Footage.draft((AUDIO): [Footage.segment(noisy(), 0, 1000).withEffects([new Effect.DenoiseAudioFx(strength)])])
        def graph = Graph.plan(RenderTimeline.of(draft, Footage.lookup(), Output.of(Container.WAV)), Output.of(Container.WAV), [:])
        if (!Files.exists(folder.resolve('beguiling-drafter.rnnn'))) {
            SpeechCleaning.copyModel(graph, folder)
        }
        def command = before + [TestMedia.FFMPEG.ffmpeg().toString(), '-v', 'error', '-y'] + graph.inputs().flatten() + ['-filter_complex', graph.filters().text(), '-map', '[a]', '-f', 'md5', 'sum.txt']
        // Ten threads with stacks of 2 GB: more than a limit would let them have.
        new Processes(TestMedia.FFMPEG.environment()).run(ProcessJob.of(command).withDirectory(folder).withMemory(new Memory(1L << 40, Memory.Share.ANOTHERS)))
        Files.readString(folder.resolve('sum.txt'))
    }

    def 'denoised speech can be normalized'() {
        given:
        def draft = Footage.draft((AUDIO): [Footage.segment(noisy(), 0, 6000).withEffects([new Effect.DenoiseAudioFx(Strength.MEDIUM)])])
                .withEffects([new Effect.LoudnessFx(new Lufs(-20d))])

        expect:
        Math.abs(rendered(TestMedia.FFMPEG, draft).receipt().loudness().get() + 20) < 0.5
        and: 'nothing is left beside the export'
        Files.list(folder).withCloseable { it.map { f -> f.fileName.toString() }.toList() as Set } == ['cache', 'out.wav'] as Set
    }

    def 'a run that went wrong is known by what became of the known noise (#levels)'() {
        given:
        Files.writeString(folder.resolve('speech-MEDIUM-n0.txt'), levels.collect { "frame:0\nlavfi.astats.3.RMS_level=$it\n" }.join(''))
        int runs = 0

        when:
        SpeechCleaning.run(folder, { runs++ })

        then:
        runs == wanted

        where: 'as seen; the first four windows and the last say nothing'
        levels                                              || wanted
        [-51.1, -56.8, -57.2, -57.3, -57.5, -57.6, -40]     || 1
        [-51.1, -56.8, -57.2, -57.3, -57.5, -44.7, -57.6]   || 3
        [-51.1, -56.8, -57.2, -57.3, -57.5, 'nan', -57.6]   || 3
        [-51.1, -56.8, -57.2, -57.3, '-inf', -57.5, -57.6]  || 3
        []                                                  || 1
    }

    @Requires({ Files.exists(Path.of(System.getProperty('retake.footage'), 'speech.mp4')) })
    def 'real speech under hiss comes out clearer, to the ear of the same measure'() {
        given:
        def speech = TestMedia.clip('speech.wav', '-i', Path.of(System.getProperty('retake.footage'), 'speech.mp4').toString(), '-vn', '-ac', '1', '-ar', '48000', '-t', '6')
        def hissing = over(speech, 'speech-hiss.wav', '0.12')

        expect:
        near(clean(TestMedia.FFMPEG, hissing, Strength.MEDIUM), speech) > near(hissing, speech) + 4
    }

    /** Harmonics of 140 Hz, wavering, with three formants, in syllables; silent for a second in each two. */
    private static Path voice() {
        String harmonics = (1..23).collect { k ->
            double level = 0.02 + [[700, 110, 1], [1220, 150, 0.6], [2600, 200, 0.3]].sum { f -> f[2] / (1 + ((140 * k - f[0]) / f[1])**2) }
            String.format(Locale.ROOT, '%.3f*sin(%d*ld(0))', level / 3, k)
        }.join('+')
        TestMedia.clip('voice.wav', '-f', 'lavfi', '-i', "aevalsrc=exprs='st(0\\,2*PI*(140*t+2*sin(2*PI*0.7*t)))*0+0.35*($harmonics)*"
                + "pow(max(0\\,sin(4*PI*t))\\,0.5)*between(mod(t\\,2)\\,0.5\\,1.5)':s=48000:d=6", '-af', 'pan=stereo|c0=c0|c1=c0')
    }

    private static Path noisy() {
        over(voice(), 'voice-hiss.wav', '0.02')
    }

    private static Path over(Path sound, String name, String level) {
        TestMedia.clip(name, '-i', sound.toString(), '-f', 'lavfi', '-i', "anoisesrc=r=48000:a=$level:seed=7:d=6",
                '-filter_complex', '[0:a]aformat=channel_layouts=stereo[a];[1:a]pan=stereo|c0=c0|c1=c0[b];[a][b]amix=inputs=2:normalize=0:duration=first')
    }

    private Path clean(FFmpeg ffmpeg, Path sound, Strength strength) {
        render(ffmpeg, Footage.draft((AUDIO): [Footage.segment(sound, 0, 6000).withEffects([new Effect.DenoiseAudioFx(strength)])]))
    }

    private Path render(FFmpeg ffmpeg, draft) {
        rendered(ffmpeg, draft).file()
    }

    private Renderer.Rendered rendered(FFmpeg ffmpeg, draft) {
        new Renderer(ffmpeg, folder.resolve('cache')).render(draft, Footage.lookup(), Output.of(Container.WAV), folder.resolve('out.wav'), {}, new CancelSignal())
    }

    private static FFmpeg without(String filter) {
        def all = TestMedia.FFMPEG
        def can = all.capabilities()
        new FFmpeg(all.ffmpeg(), all.ffprobe(), all.version(), all.origin(), all.environment(),
                new Capabilities(can.version(), can.encoders(), can.filters() - filter, can.demuxers()))
    }

    private static double decibels(double factor) {
        return Math.log10(factor) * 20
    }

    /** In the pause, well away from the words. */
    private static double fall(Path cleaned, Path noisy) {
        decibels(Footage.level(cleaned, 3.8, 4.3) / Footage.level(noisy, 3.8, 4.3))
    }

    /** How far, in dB, the wanted sound lies above everything else. */
    private static double near(Path sound, Path wanted) {
        float[] a = Footage.samples(sound)
        float[] w = Footage.samples(wanted)
        int n = Math.min(a.length, w.length)
        double both = 0, own = 0, all = 0
        for (int i = 0; i < n; i++) {
            both += a[i] * w[i]
            own += w[i] * w[i]
            all += a[i] * a[i]
        }
        double like = both * both / own
        return Math.log10(like / (all - like)) * 10
    }

    /** In samples: where it fits best. */
    private static int later(Path sound, Path wanted) {
        float[] a = Footage.samples(sound)
        float[] w = Footage.samples(wanted)
        (-1500..1500).step(1).max { int shift ->
            double sum = 0
            for (int i = 120000; i < 130000; i += 9) {
                sum += a[i + shift] * w[i]
            }
            sum
        }
    }
}
