package io.retake.engine.agent

import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.core.draft.Segment
import io.retake.core.draft.TrackType
import io.retake.engine.captions.CaptionFile
import io.retake.engine.captions.Cue
import io.retake.engine.edit.AnalysisEditsSpec
import io.retake.engine.edit.Applier
import io.retake.engine.edit.Measurements
import io.retake.engine.measure.Cut
import io.retake.engine.media.MediaKind
import io.retake.engine.media.Rational
import io.retake.engine.media.TestMedia
import io.retake.engine.process.CancelSignal
import io.retake.engine.render.AnyFootage
import io.retake.engine.render.Footage as Eyes
import io.retake.engine.timeline.Asset
import io.retake.engine.render.Renderer
import io.retake.engine.render.graph.Graph
import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.engine.render.timeline.Quality
import io.retake.engine.render.timeline.RenderTimeline
import io.retake.engine.timeline.Project
import io.retake.engine.timeline.Timelines
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Combinators
import net.jqwik.api.EdgeCasesMode
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide

/**
 * Good media never fail to render, whatever was done to them: FFmpeg takes every graph that is made of a timeline, and
 * what comes out has its length, its picture and its sound where they belong. For more cases than a build has time for:
 * -Dretake.cases=500 (about a second each).
 */
class AnyTimelineRendersSpec {
    private static final int MORE = Integer.getInteger('retake.cases', 0)
    private static final List<Container> FORMATS = [*([Container.MP4] * 6), *(Container.values() as List)]

    /** Files, edits, and how the timeline is exported: 0 as it is, other numbers at another size, rate or moment. */
    static record Case(List<String> files, List<AnyEdit.Choice> edits, Container format, int how) {}

    static Output output(Case given, Draft draft) {
        int how = given.how()
        def size = how % 5 == 1 ? Optional.of(new Output.Size(90, 162)) : Optional.empty()
        def fps = how % 5 == 2 ? Optional.of(new Rational([12, 24, 25, 60][how % 4], 1)) : Optional.empty()
        def moment = given.format().isStill() ? draft.duration().multipliedBy(how).dividedBy(1000) : Duration.ZERO
        new Output(given.format(), Quality.LOW, size, fps, Optional.empty(), moment)
    }

    @Provide
    Arbitrary<Case> cases() {
        def files = Arbitraries.of(AnyFootage.MAKES.keySet()).list().uniqueElements().ofMinSize(1).ofMaxSize(4)
        Combinators.combine(files, AnyEdit.sequences(14), Arbitraries.of(FORMATS), Arbitraries.integers().between(0, 999))
                .as { names, edits, format, how -> new Case(names, edits, format, how) }
    }

    @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
    void 'any timeline of good media renders, with sound where there is some'(@ForAll('cases') Case given) {
        hold(given)
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void 'every pad of the graph of any timeline is written once and read once'(@ForAll('cases') Case given) {
        def draft = project(given).draft()
        if (draft.ready()) {
            def output = output(given, draft)
            def scene = RenderTimeline.of(draft, Eyes.lookup(), output)
            if (given.format().hasPicture() || scene.isHeard()) {
                connected(Graph.plan(scene, output, [:]))
            }
        }
    }

    /** Reads the text as FFmpeg does, since the graph itself would not have let it come to this. */
    private static void connected(Graph graph) {
        def ends = (graph.picture() ? ['[v]'] : []) + (graph.sound() ? ['[a]'] : [])
        def chains = graph.filters().text().split(';\n').collect { it =~ /^((?:\[[^\]]+])*)([^\[].*?)((?:\[[^\]]+])*)$/ }
        assert chains.every { it.matches() && !it.group(2).find(/[\[\]]/) }
        def read = chains.collectMany { it.group(1).findAll(/\[[^\]]+]/) }
        def written = chains.collectMany { it.group(3).findAll(/\[[^\]]+]/) }
        assert read.toSet().size() == read.size()
        assert written.toSet().size() == written.size()
        assert written as Set == (read.findAll { !it.contains(':') } + ends) as Set
        assert ends.every { !(it in read) }
    }

    @Property(tries = 1)
    void 'as many more as are asked for'() {
        def failed = []
        MORE.times {
            def given = cases().withoutEdgeCases().sample()
            try {
                hold(given)
            } catch (Throwable e) {
                println "FAILED $given: ${e.message?.replace("\n", " | ")?.takeRight(500)}"
                failed << given
            }
        }
        assert failed.isEmpty()
    }

    static Measurements measured(List<String> files) {
        def figures = [:]
        files.each { name ->
            def info = AnyFootage.info(name)
            int n = Math.max(1, info.duration().toMillis().intdiv(10) as int)
            if (info.hasSound()) {
                figures[info.hash()] = (0..<n).collect { it > n * 0.4 && it < n * 0.7 ? -70d : -20d } as double[]
            }
            figures["cuts-${info.hash()}".toString()] = [new Cut(info.duration().dividedBy(2), 40d, n % 2 == 0)]
        }
        figures['captions-hash-c.srt'] = new CaptionFile((0..20).collect { new Cue(Duration.ofMillis(it * 300), Duration.ofMillis(it * 300 + 250), "cue $it".toString(), Optional.empty()) }, 'UTF-8', false, 0)
        AnalysisEditsSpec.known(figures)
    }

    static Project project(Case given) {
        def project = Project.empty('any')
        given.files().each { name ->
            def info = AnyFootage.info(name)
            def kind = info.kind() == MediaKind.IMAGE ? Asset.AssetKind.IMAGE : info.kind() == MediaKind.AUDIO ? Asset.AssetKind.AUDIO : Asset.AssetKind.VIDEO
            def video = kind == Asset.AssetKind.AUDIO ? null : info.video().get()
            project = project.withMedia(new Asset(info.hash(), name, kind, info.duration(), video?.width() ?: 0, video?.height() ?: 0,
                    kind == Asset.AssetKind.VIDEO ? video.frameRate().value() : 0d, info.hasSound()))
        }
        project = project.withMedia(new Asset('hash-c.srt', 'c.srt', Asset.AssetKind.CAPTIONS, Duration.ofSeconds(7), 0, 0, 0d, false))
        def measurements = measured(given.files())
        given.edits().each { choice ->
            boolean nothing = Timelines.video(project.draft()).segments().isEmpty()
            def edit = nothing || Timelines.lengthMs(project.draft()) > 20_000 ? null : AnyEdit.of(project, choice)
            if (edit != null) {
                project = Applier.apply(project, edit, measurements).project()
            }
        }
        project
    }

    private static void hold(Case given) {
        def project = project(given)
        def draft = project.draft()
        boolean nothing = !given.format().hasPicture() && (!sounds(project, 1d) || draft.duration().toMillis() < 200)
        if (!draft.ready() || nothing) {
            return
        }
        def output = output(given, draft)
        Path folder = Files.createTempDirectory('any')
        try {
            def done = new Renderer(TestMedia.FFMPEG, folder.resolve('cache')).render(draft, Eyes.lookup(), output,
                    folder.resolve("out.${given.format().extension()}"), {}, new CancelSignal())
            look(project, output, done)
        } catch (Throwable e) {
            throw new AssertionError("$draft\n$e".toString(), e)
        } finally {
            folder.toFile().deleteDir()
        }
    }

    static void look(Project project, Output output, Renderer.Rendered done) {
        def format = output.container()
        double fps = output.fps().map { it.value() }.orElse(format == Container.GIF ? 12.5d : project.draft().fps().orElse(30d))
        assert done.info().video().isPresent() == format.hasPicture()
        assert done.info().hasSound() == (format.hasSound() && sounds(project, fps)) || project.draft().duration().toMillis() < 200
        if (format.isStill()) {
            return
        }
        double frame = 1000 / fps
        assert Math.abs(done.info().duration().toMillis() - project.draft().duration().toMillis()) <= frame + 1
        assert !(format in [Container.MP4, Container.MOV]) || Math.abs(done.receipt().asked().toMillis() - done.receipt().got().toMillis()) < frame / 2
        if (done.info().hasSound()) {
            float[] heard = Eyes.samples(done.file())
            loud(project, fps).each { from, to ->
                assert level(heard, from, to) > 0.01: "no sound from $from to $to"
            }
        }
    }

    private static double level(float[] heard, double from, double to) {
        double sum = 0
        int a = from * 48000 as int
        int b = Math.min(to * 48000 as int, heard.length)
        for (int i = a; i < b; i++) {
            sum += heard[i] * heard[i]
        }
        b <= a ? 0 : Math.sqrt(sum / (b - a))
    }

    /** Whether there is a clip with a sound stream, audible or not, that is at least a frame long. */
    private static boolean sounds(Project project, double fps) {
        project.draft().tracks().any { track ->
            (track.is(TrackType.AUDIO) || track.is(TrackType.VIDEO)) && track.segments().any { s ->
                s.media().isPresent() && info(s).hasSound() && Math.round(s.end().toMillis() * fps / 1000) > Math.round(s.start().toMillis() * fps / 1000)
            }
        }
    }

    private static info(Segment s) {
        Eyes.lookup().find(s.media().get()).get().info()
    }

    /** Stretches in which a clip of steady sound must be heard: away from cuts, fades, and what else lowers it. */
    private static Map<Double, Double> loud(Project project, double fps) {
        def draft = project.draft()
        def all = draft.effects()
        if (all.any { it instanceof Effect.FadeFx || it instanceof Effect.FadeAudioFx || it instanceof Effect.LoudnessFx || it instanceof Effect.SyncFx || it instanceof Effect.DenoiseAudioFx }) {
            return [:]
        }
        def clips = Timelines.video(draft).segments()
        def stretches = [:]
        clips.eachWithIndex { clip, i ->
            boolean plain = !clip.effects().any { it instanceof Effect.FadeFx || it instanceof Effect.FadeAudioFx || it instanceof Effect.SyncFx || it instanceof Effect.DenoiseAudioFx }
            boolean steady = !(clip.title().get() in ['shortsound.mov', 'latesound.mkv'])
            double frame = 1 / fps
            double from = Math.ceil((i > 0 ? Math.max(clip.start().toMillis(), clips[i - 1].end().toMillis()) : 0) / 1000d / frame) * frame
            double to = Math.floor((i + 1 < clips.size() ? Math.min(clip.end().toMillis(), clips[i + 1].start().toMillis()) : clip.end().toMillis()) / 1000d / frame) * frame
            double margin = Math.max(0.15, frame)
            if (plain && steady && clip.gain() > 0.2 && !clip.frozen() && info(clip).hasSound() && to - from > 2 * margin + 0.1) {
                stretches[from + margin] = to - margin
            }
        }
        stretches
    }
}
