package io.retake.core

import java.nio.file.Path
import spock.lang.Specification

class PlacesSpec extends Specification {
    private static final Path HOME = Path.of('/home/ada').toAbsolutePath()

    def "each platform has its own places"() {
        given:
        def places = new Places(environment, HOME, system)

        expect:
        places.cache() == HOME.resolve(cache)
        places.data() == HOME.resolve(data)
        places.state() == HOME.resolve(state)

        where:
        system | environment | cache | data | state
        'Linux' | [:] | '.cache/retake' | '.local/share/retake' | '.local/state/retake'
        'Mac OS X' | [:] | 'Library/Caches/retake' | 'Library/Application Support/retake' | 'Library/Application Support/retake'
        'Windows 11' | [:] | 'AppData/Local/retake/cache' | 'AppData/Local/retake' | 'AppData/Local/retake'
        'Linux' | [XDG_CACHE_HOME: HOME.resolve('c').toString(), XDG_DATA_HOME: 'relative', XDG_STATE_HOME: ' '] | 'c/retake' | '.local/share/retake' | '.local/state/retake'
    }

    def "home is what HOME says, when it says a place"() {
        expect:
        Places.home([HOME: HOME.toString()]) == HOME
        Places.home([HOME: 'relative']) == Path.of(System.getProperty('user.home'))
        Places.home([:]) == Path.of(System.getProperty('user.home'))
    }
}
