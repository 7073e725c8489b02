package io.retake.core.draft

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import java.time.Duration
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Combinators
import net.jqwik.api.EdgeCasesMode
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide

/** Any timeline is the same after it was written and read, with everything in it that no version of ours knows. */
class AnyDraftSpec {
    private static final ObjectMapper MAPPER = new ObjectMapper()

    @Provide
    Arbitrary<Draft> drafts() { AnyDraft.any() }

    /** A key of no version of ours, and where: in the how-manieth object. */
    @Provide
    Arbitrary<List<List>> strangers() {
        def values = Arbitraries.of('null', '[]', '{"deep":[1,2.50,{"x":null}]}', '"?"', '1e-300', '0.12345678901234567890123', 'true', '[[{"t":1}]]')
        Combinators.combine(Arbitraries.integers().between(0, 60), Arbitraries.of('zz', 'mood', '', 'é', 'd2'), values).as { place, key, value -> [place, key, value] }
            .list().ofMaxSize(5)
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void 'any timeline is read as it was written'(@ForAll('drafts') Draft draft) {
        assert Draft.parse(draft.toString()) == draft
        assert Draft.of(draft.json()).json() == draft.json()
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void 'what is not known stays where it is, whatever is changed beside it'(@ForAll('drafts') Draft draft, @ForAll('strangers') List<List> strangers) {
        def json = MAPPER.readTree(draft.toString())
        strangers.each { place, key, value ->
            def objects = objects(json)
            objects[place % objects.size()].set(key, MAPPER.readTree(value))
        }
        def text = MAPPER.writeValueAsString(json)
        def read = Draft.parse(text)
        assert MAPPER.readTree(read.toString()) == MAPPER.readTree(text)

        def touched = read.withTracks(read.tracks().collect { t -> t.withSegments(t.segments().collect { it.withStart(it.start()).withDuration(it.duration()) }) })
        assert MAPPER.readTree(touched.toString()).with { it.get('t') } == MAPPER.readTree(text).get('t')
    }

    private static List<ObjectNode> objects(node) {
        (node instanceof ObjectNode ? [node] : []) + node.collectMany { objects(it) }
    }

    @Provide
    Arbitrary<List<List<Integer>>> clips() { Arbitraries.integers().between(0, 8).list().ofSize(2).list().ofMaxSize(12) }

    private static final List<Closure<Segment>> CHANGES = [
        { it.withStart(it.start().plusMillis(40)) }, { it.withDuration(it.duration().plusMillis(40)) }, { it.withSpeed(it.speed() + 1) },
        { it.withGain(it.gain() + 1) }, { it.withIn(it.in().plusMillis(40)) }, { it.withEffects([new Effect.ReverseFx()]) }]

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void 'whatever is done, the diff tells exactly the segments that it was done to'(@ForAll('clips') List<List<Integer>> clips, @ForAll boolean more) {
        def touched = [] as Set
        def before = clips.withIndex().collect { numbers, i -> clip("c$i", "n${numbers[0] % 3}", i * 2) }
        def after = before.withIndex().collect { c, i ->
            int what = clips[i][1]
            if (what > 6) {
                return c
            }
            touched << c.id()
            what == 6 ? null : CHANGES[what](c)
        }.findAll()
        if (more) {
            after << clip('new', 'new', 7)
            touched << 'new'
        }
        def diff = DraftDiff.between(draft(before), draft(after))
        assert diff.segments()*.segment()*.id() as Set == touched
        assert diff.empty == touched.empty
    }

    private static Draft draft(List<Segment> clips) { Draft.empty('Film').withTracks([Track.of(TrackType.VIDEO, clips)]) }

    private static Segment clip(String id, String name, int from) {
        Segment.ofMedia(id.toString(), name.toString(), "m-$name".toString(), Duration.ofSeconds(from), Duration.ofSeconds(2))
    }
}
