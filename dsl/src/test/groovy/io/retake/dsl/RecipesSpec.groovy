package io.retake.dsl

import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.ScriptSource
import io.retake.dsl.run.RunResult
import io.retake.dsl.scope.Film
import java.awt.Color
import java.awt.image.BufferedImage
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import javax.imageio.ImageIO
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Every recipe is run on footage of which it is known what is wrong with it, and what comes out is measured. */
class RecipesSpec extends Specification {
    static final Path SCRIPTS = Path.of(System.getProperty('retake.root'), 'scripts')

    @Shared
    @TempDir
    Path folder

    @Shared
    Retake retake

    List<RunEvent> events = new CopyOnWriteArrayList<>()

    def setupSpec() {
        retake = build(Backend.local())
        // Too quiet; a still picture seen by a camera that shakes; a jump cut; a pause; three scenes of known length and loudness.
        ImageIO.write(structured(), 'png', folder.resolve('still.png').toFile())
        retake.run(ScriptSource.text('footage.groovy', '''
            session('quiet') { upload sampleClip(); trim to: 2.s; resize '320x180'; volume (-25).dB; export mp4, receipt: false }
            session('shaky') {
                upload 'still.png'; length 2.s; fps 25
                (1..49).each { split at: "${it * 0.04}s" }
                (1..50).each {
                    def x = (5 + 3 * Math.sin(it * 0.73) + 1.4 * Math.sin(it * 1.08 + 1)).round(2)
                    def y = (5 + 3 * Math.cos(it * 0.83) + 1.4 * Math.sin(it * 1.28)).round(2)
                    crop left: "${x}%", right: "${10 - x}%", top: "${y}%", bottom: "${10 - y}%", on: clip(it)
                }
                export mp4, receipt: false
            }
            session('pausing') {
                upload sampleClip(); trim to: 4.s; resize '320x180'; mute from: 1.s, to: 2.5.s; export mp4, receipt: false
            }
            session('jumpy') {
                upload sampleClip(); trim to: 3.s; resize '320x180'; split at: 1.5.s
                crop right: 12.percent, on: clip(1); crop left: 12.percent, on: clip(2); export mp4, receipt: false
            }
            session('one') { upload sampleClip(); trim to: 1.s; resize '320x180'; volume (-20).dB; export mp4, receipt: false }
            session('two') { upload sampleClip(); trim to: 3.s; resize '320x180'; flip(); grayscale(); export mp4, receipt: false }
            session('three') { upload sampleClip(); trim to: 2.s; resize '320x180'; color brightness: -50.percent; volume (-10).dB; export mp4, receipt: false }
            session('late') { upload sampleClip(); trim to: 6.s; resize '320x180'; syncAudio offset: 200.ms; export mp4, receipt: false }
            session('recorder') { upload sampleClip(); trim to: 6.s; export wav, receipt: false }
        '''), [:], {}).await().orThrow()
        Files.createDirectories(folder.resolve('tapes'))
        Files.copy(folder.resolve('quiet.mp4'), folder.resolve('tapes/good.mp4'))
        Files.writeString(folder.resolve('tapes/broken.mp4'), 'no film')
        Files.createDirectories(folder.resolve('clips'))
        ['one', 'two', 'three'].each { Files.copy(folder.resolve("${it}.mp4"), folder.resolve("clips/${it}.mp4")) }
    }

    def cleanupSpec() {
        retake?.close()
    }

    /** A picture with structure in all of it, that doesn't move. */
    private static BufferedImage structured() {
        def picture = new BufferedImage(800, 450, BufferedImage.TYPE_INT_RGB)
        def pen = picture.createGraphics()
        def random = new Random(7)
        400.times {
            pen.color = new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256))
            pen.fillRect(random.nextInt(800) - 20, random.nextInt(450) - 20, 10 + random.nextInt(60), 10 + random.nextInt(60))
        }
        pen.dispose()
        picture
    }

    /** Pictures of a finished film, at these seconds. */
    private List<BufferedImage> pictures(Path film, List<? extends Number> seconds) {
        def script = """
            params { input file, help: 'x' }
            session { upload input
                return ${seconds*.round(3)}.collect { frame(at: "\${it}s", to: "look-\${it}.png").path } }"""
        def files = retake.run(ScriptSource.text('look.groovy', script), [input: film.toString()], {}).await().orThrow().value().get() as List<Path>
        files.collect { ImageIO.read(it.toFile()) }
    }

    /** How far two pictures are from each other: the mean over pixels and colours, 0 to 255. */
    private static double difference(BufferedImage a, BufferedImage b) {
        double sum = 0
        for (int y = 0; y < a.height; y += 2) {
            for (int x = 0; x < a.width; x += 2) {
                int p = a.getRGB(x, y)
                int q = b.getRGB(x, y)
                sum += Math.abs((p & 255) - (q & 255)) + Math.abs((p >> 8 & 255) - (q >> 8 & 255)) + Math.abs((p >> 16 & 255) - (q >> 16 & 255))
            }
        }
        sum / 3 / (a.height.intdiv(2) * a.width.intdiv(2))
    }

    /** Mean of brightness and of how far from grey a picture is, 0 to 255. */
    private static List<Double> looks(BufferedImage picture) {
        double light = 0
        double color = 0
        for (int y = 0; y < picture.height; y += 4) {
            for (int x = 0; x < picture.width; x += 4) {
                int p = picture.getRGB(x, y)
                def parts = [p & 255, p >> 8 & 255, p >> 16 & 255]
                light += parts.sum() / 3
                color += parts.max() - parts.min()
            }
        }
        int count = ((picture.height + 3).intdiv(4)) * ((picture.width + 3).intdiv(4))
        [light / count, color / count]*.toDouble()
    }

    /** Which of the three clips a picture is of: two has no colour, three is dark. */
    private static String clipOf(BufferedImage picture) {
        def (light, color) = looks(picture)
        color < 8 ? 'two' : light < 90 ? 'three' : 'one'
    }

    private Retake build(Backend backend) {
        Retake.builder().environment([PATH: System.getenv('PATH')]).home(folder.resolve('home')).workingFolder(folder)
            .backend(backend).engine { it.dataFolder(folder.resolve('data')) }.build()
    }

    RunResult run(String recipe, Map parameters) {
        retake.run(ScriptSource.file(SCRIPTS.resolve(recipe + '.groovy')), parameters, { events << it }).await()
    }

    Film film(String recipe, Map parameters) {
        def result = run(recipe, parameters).orThrow()
        assert result.outputs().size() == 1
        assert Files.size(result.outputs()[0].path) == result.outputs()[0].size
        result.outputs()[0]
    }

    /** Diagnoses a finished film: its faults, and the lengths of its scenes. */
    private Map found(Film film) {
        def script = '''
            params { input file, help: 'x' }
            session { upload input
                def wrong = diagnose()
                return [kinds: wrong.findings*.what, text: wrong.text, scenes: scenes()*.duration*.toMillis()] }'''
        retake.run(ScriptSource.text('found.groovy', script), [input: film.path.toString()], {}).await().orThrow().value().get() as Map
    }

    private List<String> told() {
        events.findAll { it instanceof RunEvent.Said }.collectMany { it.text().readLines() }
    }

    private static double shake(String text) {
        def said = text =~ /shakes by ([0-9.]+) %/
        said ? said[0][1] as double : 0
    }

    def "remaster makes small and quiet footage larger, and as loud as others"() {
        when:
        def made = film('remaster', [input: 'quiet.mp4', size: '480p'])

        then:
        made.path.fileName.toString() == 'quiet remastered.mp4'
        made.duration.toMillis() == 2000
        told().any { it.contains('The sound is quiet') }
        told().contains('Upscaled from 320x180 to 854x480.')
        !('loudness' in found(made).kinds)
    }

    def "#recipe makes a film of each file in a folder; one failure stops no other, and is reported at the end"() {
        when:
        def result = run(recipe, [input: 'tapes'] + parameters)

        then:
        result.outputs()*.path*.fileName*.toString() == ["good ${suffix}.mp4".toString()]
        result.state() == RunEvent.State.FAILED
        result.failure().get().message() == '1 of 2 failed: broken.mp4'
        result.failure().get().advice().readLines().first().startsWith('broken.mp4: ')
        events.findAll { it instanceof RunEvent.Warning }*.text().any { it.startsWith('broken.mp4 failed: ') }

        where:
        recipe     | parameters                      | suffix
        'remaster' | [size: '240p', lufs: 'as it is'] | 'remastered'
        'hd-local' | [size: '240p']                   | 'HD'
        'fix'      | [reference: 'recorder.wav', size: '180p'] | 'fixed'
    }

    def "hd-local enlarges on this machine"() {
        expect:
        film('hd-local', [input: 'quiet.mp4', size: '480p']).duration.toMillis() == 2000
        told().contains('Upscaled from 320x180 to 854x480.')
    }

    def "hd-local sends nothing to another backend than the engine of this process, wherever its address is: #address"() {
        given:
        def elsewhere = build(Backend.at(URI.create(address)))

        when:
        def result = elsewhere.run(ScriptSource.file(SCRIPTS.resolve('hd-local.groovy')), [input: 'quiet.mp4'], { events << it }).await()

        then:
        result.failure().get().message() == "only the engine inside this process counts as this machine; nothing was sent to the backend $address"
        result.failure().get().advice().contains('a tunnel may lead elsewhere')
        events.every { !(it instanceof RunEvent.StepStarted) }

        cleanup:
        elsewhere.close()

        where:
        address << ['http://192.0.2.1:9', 'http://127.0.0.1:9', 'http://localhost:9', 'http://[::1]:9']
    }

    def "hd-local goes to a backend at an address of this machine when permitted"() {
        given:
        def fake = new FakeBackend()
        def elsewhere = build(Backend.at(fake.url))

        when:
        def result = elsewhere.run(ScriptSource.file(SCRIPTS.resolve('hd-local.groovy')), [input: 'quiet.mp4', anywhere: true], { events << it }).await()

        then:
        result.done()
        fake.messages.contains('Upscale to 1080p')

        cleanup:
        elsewhere?.close()
        fake?.close()
    }

    def "fix asks a backend that measures nothing for the repairs in plain words, and makes the film: #only"() {
        given:
        def fake = new FakeBackend()
        def elsewhere = build(Backend.at(fake.url))

        when:
        def result = elsewhere.run(ScriptSource.file(SCRIPTS.resolve('fix.groovy')), [input: 'quiet.mp4', only: only], { events << it }).await()

        then:
        result.done()
        result.outputs()*.path*.fileName*.toString().every { it ==~ /quiet fixed(-\d)?\.mp4/ }
        result.outputs().size() == 1
        fake.messages == ['Diagnose the footage', sent]
        told().any { it == "quiet.mp4: the backend $fake.url measured nothing." }
        told().every { !it.contains('Nothing is wrong') && !it.contains('no film was made') }
        fake.outputs == [[format: 'mp4', quality: 'high', width: 1920, height: 1080]]

        cleanup:
        elsewhere?.close()
        fake?.close()

        where:
        only         || sent
        'everything' || 'Sync the sound automatically. Smooth the jump cuts. Stabilize the footage. Make the frame rate constant.'
        'shake'      || 'Stabilize the footage.'
        'sync'       || 'Sync the sound automatically.'
        'jumps'      || 'Smooth the jump cuts.'
    }

    def "fix syncs with a recording on such a backend, too, and asks for the rest in plain words"() {
        given:
        def fake = new FakeBackend()
        def elsewhere = build(Backend.at(fake.url))

        when:
        def result = elsewhere.run(ScriptSource.file(SCRIPTS.resolve('fix.groovy')), [input: 'quiet.mp4', reference: 'recorder.wav'], { events << it }).await()

        then:
        result.done()
        fake.messages == ['Diagnose the footage', 'Sync the sound to \\"recorder.wav\\"', 'Smooth the jump cuts. Stabilize the footage. Make the frame rate constant.']

        cleanup:
        elsewhere?.close()
        fake?.close()
    }

    def "fix has no report of a backend that measures nothing, and says so"() {
        given:
        def fake = new FakeBackend()
        def elsewhere = build(Backend.at(fake.url))

        when:
        def result = elsewhere.run(ScriptSource.file(SCRIPTS.resolve('fix.groovy')), [input: 'quiet.mp4', only: 'nothing'], { events << it }).await()

        then:
        !result.done()
        result.failure().get().message().contains('measures nothing')
        fake.messages == ['Diagnose the footage']

        cleanup:
        elsewhere?.close()
        fake?.close()
    }

    def "#recipe makes a film of 1080 lines unless the footage is larger or another size is asked for: #source, #asked"() {
        given:
        retake.run(ScriptSource.text('sized.groovy', '''
            params { size text, help: 'x' }
            session('sized') { upload sampleClip(); trim to: 0.2.s; resize size; export mp4, to: 'sized.mp4', receipt: false, replace: true }
        '''), [size: source], {}).await().orThrow()

        when:
        def made = film(recipe, [input: recipe == 'fix' ? 'jumpy.mp4' : 'sized.mp4'] + parameters + (asked ? [size: asked] : [:]))

        then:
        retake.run(ScriptSource.text('size.groovy', 'params { input file, help: "x" }; session { def film = upload(input)[0]; return "${film.width()}x${film.height()}" }'),
            [input: made.path.toString()], {}).await().orThrow().value().get().toString() == result

        where:
        recipe     | parameters                             | source      | asked  || result
        'fix'      | [only: 'jumps']                        | '320x180'   | ''     || '1920x1080'
        'fix'      | [only: 'jumps']                        | '320x180'   | '360p' || '640x360'
        'remaster' | [lufs: 'as it is', clean: 'false']     | '320x180'   | ''     || '1920x1080'
        'hd-local' | [:]                                    | '180x320'   | ''     || '1080x1920'
        'reedit'   | [join: 'cut']                          | '320x180'   | ''     || '1920x1080'
        'reedit'   | [join: 'cut']                          | '2560x1440' | ''     || '2560x1440'
        'reedit'   | [join: 'cut']                          | '320x180'   | '240p' || '426x240'
    }

    def "fix steadies a shaky camera, and that alone when only that is asked for"() {
        when:
        def made = film('fix', [input: 'shaky.mp4', only: 'shake', size: '180p'])
        double before = shake(told().find { it.contains('shakes by') })

        then:
        before > 1.5
        shake(found(made).text) < 0.5 * before
        events.findAll { it instanceof RunEvent.StepDone }*.text().findAll { it.startsWith('edit') } == ["edit 'Stabilize the footage strong'"]
    }

    def "fix softens a jump cut"() {
        when:
        def made = film('fix', [input: 'jumpy.mp4', only: 'jumps', size: '180p'])

        then:
        told().any { it.contains('There is a jump cut at 1.50 s') }
        told().any { it.startsWith('Softened 1 jump cut') }
        made.duration.toMillis() == 2800

        when: 'the largest step from one picture to the next around the cut'
        def frame = 1 / 30d
        def before = pictures(folder.resolve('jumpy.mp4'), [1.5 - frame * 0.5, 1.5 + frame * 0.5])
        def after = pictures(made.path, (-8..2).collect { 1.5 + frame * (it + 0.5) })

        then:
        after.collate(2, 1, false).collect { difference(it[0], it[1]) }.max() < 0.5 * difference(before[0], before[1])
    }

    def "fix lays a recording where it belongs"() {
        expect:
        film('fix', [input: 'late.mp4', only: 'sync', reference: 'recorder.wav', size: '180p']).duration.toMillis() == 6000
        told().contains('The sound is now that of "recorder.wav", which starts 200 ms into the footage.')
    }

    def "fix makes no film where nothing is wrong, and says what it found"() {
        when:
        def result = run('fix', [input: 'quiet.mp4', only: 'sync'])

        then:
        result.orThrow().outputs() == []
        told().any { it.contains('The picture is small: 320x180.') }
        told().contains('quiet.mp4: nothing to mend, so no film was made.')
    }

    def "reedit puts scenes in order #order"() {
        when:
        def made = film('reedit', [size: '180p', input: 'clips', order: order, join: 'cut'])

        then: 'the files are taken in the order of their names: one of 1 s, three of 2 s, two of 3 s'
        made.duration.toMillis() == lengths.sum()
        told().findAll { it.startsWith('Timeline') }.last() == 'Timeline (1 track): 1. Video: ' + timeline

        and: 'so it is in the film'
        double start = 0
        def middles = lengths.collect { start += it / 1000d; start - it / 2000d }
        pictures(made.path, middles).collect { clipOf(it) } == timeline.findAll(/\w+(?=\.mp4)/)

        where:
        order            | lengths            | timeline
        '2, 3'           | [2000, 3000]       | 'three.mp4 (0-2s), two.mp4 (2-5s)'
        'longest first'  | [3000, 2000, 1000] | 'two.mp4 (0-3s), three.mp4 (3-5s), one.mp4 (5-6s)'
        'reversed'       | [3000, 2000, 1000] | 'two.mp4 (0-3s), three.mp4 (3-5s), one.mp4 (5-6s)'
        'quietest first' | [1000, 2000, 3000] | 'one.mp4 (0-1s), three.mp4 (1-3s), two.mp4 (3-6s)'
    }

    def "reedit makes it as long as it shall be, transitions and all, and finds the scenes of a film"() {
        given:
        def joined = film('reedit', [size: '180p', input: 'clips', join: 'cut', order: '1, 2, 3'])

        when:
        def made = film('reedit', [size: '180p', input: joined.path.toString(), join: 'crossfade', overlap: '250ms', length: '4s'])

        then:
        found(joined).scenes == [1000, 2000, 3000]
        Math.abs(made.duration.toMillis() - 4000) <= 2
    }

    def "reedit adjusts the pace: #parameters"() {
        when:
        def made = film('reedit', [size: '180p', input: 'pausing.mp4', join: 'cut'] + parameters)

        then: 'of a pause of 1.5 s, and of the pauses between tones, a tenth of a second stays at each end'
        length.contains(made.duration.toMillis() as int)

        where:
        parameters      | length
        [pace: 'tight'] | 1500..2750
        [tempo: '2.0']  | 1998..2002
        [length: '3s']  | 2998..3002
    }

    def "reedit joins scenes by #join"() {
        when:
        def made = film('reedit', [size: '180p', input: 'clips', join: join, overlap: '400ms', order: '3, 2'])
        def (before, middle, after) = pictures(made.path, [2.2d, 2.8d, 3.6d])

        then: 'two of 3 s and three of 2 s overlap by as much, and in the middle it is neither'
        Math.abs(made.duration.toMillis() - 4600) <= 2
        [clipOf(before), clipOf(after)] == ['two', 'three']
        differs(looks(before), looks(middle), looks(after))

        where:
        join            | differs
        'dip to black'  | { a, b, c -> b[0] < 20 }
        'dip to white'  | { a, b, c -> b[0] > 235 }
        'crossfade'     | { a, b, c -> b[0] < a[0] && b[0] > c[0] }
    }

    def "reedit says which scenes there are when another is asked for"() {
        expect:
        run('reedit', [input: 'clips', order: '4, 1']).failure().get().message() == 'there are 3 scenes, and the order is 4, 1'
    }

    def "vertical stands upright"() {
        expect:
        film('vertical', [input: 'quiet.mp4'] + more).duration.toMillis() == 2000

        where:
        more << [[how: 'crop', words: 'Ada Lovelace'], [:]]
    }

    def "a recipe is used by another script"() {
        when:
        Files.copy(SCRIPTS.resolve('remaster.groovy'), folder.resolve('remaster.groovy'))
        Files.writeString(folder.resolve('both.groovy'),
            "def film = use 'remaster', input: 'quiet.mp4', size: 240.p\nsession('both') { upload film; trim to: 1.s; export mp4, quality: low }")
        def result = retake.run(ScriptSource.file(folder.resolve('both.groovy')), [:], { events << it }).await().orThrow()

        then:
        result.outputs()*.path*.fileName*.toString().join(' ') ==~ /quiet remastered(-2)?\.mp4 both\.mp4/ // another size than above: another film
        result.outputs()[1].duration.toMillis() == 1000
    }

    def "each recipe is run above, and says what it is for"() {
        expect:
        Files.list(SCRIPTS).map { it.fileName.toString() }.filter { it.endsWith('.groovy') }.map { it - '.groovy' }.sorted().toList() == ['fix', 'hd-local', 'reedit', 'remaster', 'vertical']
        ['fix', 'hd-local', 'reedit', 'remaster'].every { Files.readString(SCRIPTS.resolve(it + '.groovy')).contains("\nskill '") }
    }
}
