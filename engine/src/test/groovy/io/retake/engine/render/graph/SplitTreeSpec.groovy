package io.retake.engine.render.graph

import io.retake.engine.filter.Chain
import io.retake.engine.filter.Filter
import io.retake.engine.filter.FilterGraph
import io.retake.engine.filter.OpenChain
import io.retake.engine.filter.Pad
import spock.lang.Specification

class SplitTreeSpec extends Specification {
    private static List<SplitTree.Branch> branches(int count) {
        def random = new Random(3)
        (0..<count).collect { new SplitTree.Branch(Pad.link("p$it"), 20L * it, 20L * it + 5 + random.nextInt(100)) }.shuffled(random)
    }

    private static OpenChain film() {
        OpenChain.from(Pad.stream(0, 'V:0')).then(Filter.of('fps', 25))
    }

    /** To which links a frame at that time goes, and past how many filters. */
    private static List follow(List<Chain> chains, Chain chain, long at, List<Integer> passed) {
        chain.outputs().collectMany { link ->
            passed[0]++
            def next = chains.find { it.inputs() == [link] }
            if (next == null) {
                return [link]
            }
            def range = (next.text() =~ /trim=start_pts=(\d+):end_pts=(\d+)/)[0]
            at >= (range[1] as long) && at < (range[2] as long) ? follow(chains, next, at, passed) : []
        }
    }

    def 'each link gets all of its own, and a frame goes past few of them however many there are [#count]'() {
        given:
        def links = branches(count)
        def chains = SplitTree.pictures(film(), links, 'r0')

        expect:
        chains[0].text().startsWith('[0:V:0]fps=25')
        new FilterGraph(chains, links*.link())
        (0..<20 * count).step(13).every { at ->
            def passed = [0]
            def got = follow(chains, chains[0], at, passed)
            got.toSet().size() == got.size() &&
                    got.containsAll(links.findAll { at >= it.first() && at < it.end() }*.link()) &&
                    passed[0] <= 60
        }

        where:
        count << [1, 2, 6, 7, 50, 200]
    }

    def 'few links share one split, as they come in the medium'() {
        expect:
        SplitTree.pictures(film(), [new SplitTree.Branch(Pad.link('b'), 9, 12), new SplitTree.Branch(Pad.link('a'), 0, 9)], 'r0')*.text() == ['[0:V:0]fps=25,split=2[a][b]']
        SplitTree.sounds(OpenChain.from(Pad.stream(0, 'a:0')).then(Filter.of('anull')), [new SplitTree.Branch(Pad.link('a'), 0, 9)], 'h0')*.text() == ['[0:a:0]anull[a]']
    }
}
