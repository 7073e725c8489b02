package io.retake.core.vocabulary

import io.retake.core.edit.AnyEdit
import io.retake.core.edit.Edit
import io.retake.core.protocol.Route
import io.retake.core.protocol.Routing
import net.jqwik.api.Arbitrary
import net.jqwik.api.EdgeCasesMode
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide

/** Any edit is the same after it was written, as a sentence or as JSON, and read again. */
class AnyEditSurvivesSpec {
    @Provide
    Arbitrary<Edit> edits() { AnyEdit.any() }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void 'every edit survives its sentence and its JSON'(@ForAll('edits') Edit edit) {
        assert Sentences.read(Sentences.write(edit)) == Optional.of(edit)
        assert Sentences.read(Sentences.write(edit) + '.') == Optional.of(edit)
        assert Vocabulary.fromJson(Vocabulary.toJson(edit)) == edit
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void 'no canonical sentence of an edit is taken for anything else'(@ForAll('edits') Edit edit) {
        assert Routing.of(Sentences.write(edit)) == Route.MESSAGE
    }
}
