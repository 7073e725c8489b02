package io.retake.engine.api

import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

class EngineSettingsSpec extends Specification {

    def "a setting that makes no sense is refused with what was found"() {
        when:
        bad()

        then:
        def e = thrown(EngineException)
        e.message.contains(found)

        where:
        found   | bad
        '70000' | { EngineSettings.builder().port(70000).build() }
        '1.5'   | { EngineSettings.builder().silentEdits(1.5d).build() }
        'NaN'   | { EngineSettings.builder().silentEdits(Double.NaN).build() }
        '-1'    | { EngineSettings.builder().storageLimit(-1).build() }
        'PT0S'  | { EngineSettings.builder().heartbeat(Duration.ZERO).build() }
        '../up' | { EngineFolder.named('../up') }
        '-5'    | { Policy.OFF.withCredits(-5, 1) }
    }
}
