package io.retake.engine.filter

import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class FilterGraphSpec extends Specification {
    private static final Pad.Link A = Pad.link('a')
    private static final Pad.Link B = Pad.link('b')
    private static final Pad.Stream INPUT = Pad.stream(0, 'V:0')

    @TempDir
    Path folder

    private static Chain chain(List<Pad> inputs, List<Pad.Link> outputs, String filter = 'null') {
        new Chain(inputs, [Filter.of(filter)], outputs)
    }

    def 'a graph is written as FFmpeg reads it'() {
        given:
        def chains = OpenChain.from(INPUT)
                .then(Filter.of('crop', 640, 360, 0, 2), Filter.of('scale', 320, 180).with('flags', 'area'))
                .then([Filter.quoted('select', 'gt(n,3)'), Filter.of('zscale').with('w', 96).withQuoted('h', 'if(a,b,c)')])
                .to(A)
        def next = OpenChain.from(A).then(Filter.of('drawtext@p0').with('fontfile', 'a.ttf'))

        expect:
        new FilterGraph(next.after(chains).to(B), [B]).text() ==
                "[0:V:0]crop=640:360:0:2,scale=320:180:flags=area,select='gt(n,3)',zscale=w=96:h='if(a,b,c)'[a];\n[a]drawtext@p0=fontfile=a.ttf[b]"
    }

    def 'FFmpeg reads each value as it was given'() {
        given: 'what means something to a graph, to a list of arguments or to a shell, in any mixture'
        def random = new Random(11)
        def pieces = ['\\', "'", ':', ',', ';', '[', ']', '=', ' ', 'x', '%{pts}', '@', '"', '#', 'é', '字', '\$', '`', '|', '\t']
        def values = ["it's", '[v][a];', 'a:b=c', '\\', "'", " both ends ", "\\'", "a\\:b", 'x=1'] +
                (1..80).collect { (0..random.nextInt(8)).collect { pieces[random.nextInt(pieces.size())] }.join('') }
        def filters = values.withIndex().collect { value, i ->
            def filter = Filter.of('ametadata').with('mode', 'add').with('key', "k$i")
            i % 2 == 0 || value != value.strip() ? filter.with('value', value) : filter.withQuoted('value', value)
        }
        def graph = folder.resolve('graph.txt')
        Files.writeString(graph, new FilterGraph(OpenChain.from().then(Filter.of('anullsrc').with('d', '0.01')).then(filters)
                .then(Filter.of('ametadata').with('mode', 'print').with('file', '-')).to(A), [A]).text())

        when:
        def lines = TestMedia.ffmpeg('-/filter_complex', graph.toString(), '-map', '[a]', '-frames:a', '1', '-f', 'null', '-').readLines()

        then:
        def read = lines.findAll { it.startsWith('k') }.collectEntries { [it.takeBefore('='), it.substring(it.indexOf('=') + 1)] }
        values.withIndex().every { value, i -> read["k$i".toString()] == value }
    }

    def 'a pad that is not connected, or connected twice, is a fault: #what'() {
        when:
        new FilterGraph(chains, ends)

        then:
        def fault = thrown(IllegalArgumentException)
        fault.message == message

        where:
        what                    | chains                                                           | ends   || message
        'written, not read'     | [chain([INPUT], [A])]                                            | []     || 'The filter graph writes [a], which no chain reads.'
        'one of two not read'   | [chain([INPUT], [A, B], 'split')]                                | [B]    || 'The filter graph writes [a], which no chain reads.'
        'read, not written'     | [chain([A], [B])]                                                | [B]    || 'The filter graph reads [a], which no chain writes.'
        'an end not written'    | []                                                               | [A]    || 'The filter graph reads [a], which no chain writes.'
        'read twice'            | [chain([INPUT], [A]), chain([A], [B]), chain([A], [Pad.link('c')])] | [B, Pad.link('c')] || 'Two places of the filter graph have read [a].'
        'an end also read'      | [chain([INPUT], [A]), chain([A], [B])]                           | [A, B] || 'Two places of the filter graph have read [a].'
        'written twice'         | [chain([INPUT], [A]), chain([Pad.stream(1, 'V:0')], [A])]        | [A]    || 'Two places of the filter graph have written [a].'
        'an input read twice'   | [chain([INPUT], [A]), chain([INPUT], [B])]                       | [A, B] || 'Two places of the filter graph have read [0:V:0].'
    }

    def 'only a source begins with nothing, and only a sink ends in nothing: #inputs #filter #outputs'() {
        when:
        chain(inputs, outputs, filter)

        then:
        thrown(IllegalArgumentException)

        where:
        inputs  | filter      | outputs
        []      | 'null'      | [A]
        [INPUT] | 'color'     | [A]
        [INPUT] | 'null'      | []
        [INPUT] | 'anullsink' | [A]
    }

    def 'a chain without filters is none'() {
        when:
        OpenChain.from(INPUT).to(A)

        then:
        thrown(IllegalArgumentException)
    }

    def 'names that FFmpeg would read as something else are refused: #what'() {
        when:
        make()

        then:
        thrown(IllegalArgumentException)

        where:
        what                     | make
        'a filter with a value'  | { Filter.of('scale=3') }
        'two filters'            | { Filter.of('null,null') }
        'no filter'              | { Filter.of('') }
        'a key with a value'     | { Filter.of('scale').with('w=1:h', 3) }
        'positional after named' | { new Filter('scale', [new Filter.Argument('w', '1', false), new Filter.Argument('', '2', false)]) }
        'positional like named'  | { Filter.of('lutyuv', 'y=val') }
        'two links'              | { Pad.link('a][b') }
        'a link like a stream'   | { Pad.link('0:v') }
        'a stream like a link'   | { Pad.stream(0, 'v') }
        'an input before all'    | { Pad.stream(-1, 'v:0') }
    }

    def 'a graph knows its filters by type, whatever the name of their instance'() {
        given:
        def graph = new FilterGraph(OpenChain.from(INPUT).then(Filter.of('null'), Filter.of('drawtext@p0')).to(A), [A])

        expect:
        graph.uses('null')
        graph.uses('drawtext')
        !graph.uses('drawtext@p0')
        !graph.uses('scale')
    }

    def 'more chains go on where a graph ends'() {
        given:
        def graph = new FilterGraph([chain([INPUT], [A])], [A]).with([chain([A], [B], 'scale')], [B])

        expect:
        graph.text() == '[0:V:0]null[a];\n[a]scale[b]'
        graph.ends() == [B]
    }

    def 'one filter has the names, numbers and quotes it was given, in that order'() {
        expect:
        Filter.of('crop', '1', '2').with('w', 3).with('h', 'a,b').withQuoted('x', 'a,b').withQuoted('y', "it's").text() == "crop=1:2:w=3:h=a\\,b:x='a,b':y=it\\\\\\'s"
        Filter.of('null').text() == 'null'
        Filter.quoted('select', 'gt(n,3)').text() == "select='gt(n,3)'"
        Filter.text([Filter.of('null'), Filter.of('scale', 3)]) == 'null,scale=3'
        Filter.of('drawtext@p0').type() == 'drawtext'
        Filter.of('scale').type() == 'scale'
    }
}
