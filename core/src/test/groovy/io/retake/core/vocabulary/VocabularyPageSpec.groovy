package io.retake.core.vocabulary

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

class VocabularyPageSpec extends Specification {

    def "docs/vocabulary.md says what the declarations say"() {
        given:
        def page = Path.of(System.getProperty('retake.root'), 'docs', 'vocabulary.md')
        if (Boolean.getBoolean('retake.update')) {
            Files.writeString(page, VocabularyPage.text())
        }

        expect:
        Files.readString(page) == VocabularyPage.text()
    }
}
