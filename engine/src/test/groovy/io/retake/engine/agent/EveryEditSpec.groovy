package io.retake.engine.agent

import static io.retake.engine.agent.Given.*

import io.retake.engine.edit.Applier
import io.retake.engine.edit.EditRules
import io.retake.engine.edit.Outcome
import io.retake.engine.edit.VersionEdits
import io.retake.engine.timeline.Asset
import io.retake.engine.timeline.Project
import io.retake.core.draft.Effect
import io.retake.core.vocabulary.Vocabulary
import io.retake.core.edit.session.Undo
import io.retake.engine.effect.EffectKinds
import java.time.Duration
import spock.lang.Specification

/** Every edit of the vocabulary is known here in all its parts: what is forgotten is named. */
class EveryEditSpec extends Specification {
    private static final SENTENCE = [~/(?s)[\p{Lu}\d"].*[.!?]/, ~/(?s).*\p{IsHan}.*[。！？]/]

    private static Project project() {
        [video('a.mp4', 10_000), video('b.mp4', 20_000), video('c.mp4', 5_000), sound('song.mp3', 7_000), sound('voice.wav', 30_000), image('logo.png'),
         new Asset('hash-look', 'look.cube', Asset.AssetKind.LUT, Duration.ZERO, 0, 0, 0d, false)]
                .inject(Project.empty('every')) { project, file -> project.withMedia(file) }
    }

    private static Set<Effect> effects(Project project) {
        (project.draft().effects() + project.draft().tracks().collectMany { it.segments() }.collectMany { it.effects() }) as Set
    }

    def 'there is a rule for #operation'() {
        expect:
        EditRules.has(operation.type())

        where:
        operation << Vocabulary.operations()
    }

    def 'the answer to #operation is in both languages, done and said again'() {
        when:
        def once = Applier.apply(project(), operation.sample())
        def twice = Applier.apply(once.project(), operation.sample())

        then:
        [once, twice]*.phrase().each {
            assert it.english() ==~ SENTENCE[0]
            assert it.chinese() ==~ SENTENCE[1]
        }

        where:
        operation << Vocabulary.operations()
    }

    def 'the example of #operation makes an effect that can be taken back'() {
        given:
        def before = project()

        when:
        def done = Applier.apply(before, operation.sample())

        then:
        done instanceof Outcome.Done
        !effects(done.project()).empty
        VersionEdits.undo(done.project(), new Undo(1)).project().draft() == before.draft()

        where:
        operation << Vocabulary.operations().findAll { it.type() in EffectKinds.edits()*.edit() }
    }
}
