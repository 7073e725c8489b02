package io.retake.engine.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.protocol.Endpoints;
import io.retake.core.protocol.FileFormat;
import io.retake.core.protocol.Routing;
import io.retake.core.protocol.SpokenExport;
import io.retake.core.vocabulary.InvalidEdit;
import io.retake.core.vocabulary.Notations;
import io.retake.core.vocabulary.Sentences;
import io.retake.engine.http.server.CleanText;
import io.retake.engine.phrase.MessageLanguage;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.store.Json;
import io.retake.engine.store.User;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.Project;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers a sentence that is for another call than this one ("export 1080p MP4", "credits", 上传): what the client has to
 * call for it. Nothing is changed by it, and it costs nothing.
 */
final class OtherCallAnswer {
    private final User user;
    private final Session session;
    private final String sentence;

    private OtherCallAnswer(User user, Session session, String sentence) {
        this.user = user;
        this.session = session;
        this.sentence = sentence;
    }

    /** Returns the answer; empty for a sentence that is an edit. */
    static Optional<String> answer(User user, Session session, String sentence) {
        return isEdit(sentence)
                ? Optional.empty()
                : new OtherCallAnswer(user, session, sentence)
                        .phrase()
                        .map(phrase -> phrase.in(MessageLanguage.of(sentence)));
    }

    private static boolean isEdit(String sentence) {
        try {
            return Sentences.read(sentence).isPresent();
        } catch (InvalidEdit | IllegalArgumentException e) {
            return true;
        }
    }

    private Optional<Phrase> phrase() {
        return switch (Routing.of(sentence)) {
            case EXPORT -> Optional.of(export());
            case CREDITS -> Optional.of(credits());
            case STATE -> Optional.of(state());
            case UPLOAD -> hasFile() ? Optional.empty() : Optional.of(upload());
            case MESSAGE -> Optional.empty();
        };
    }

    private Project project() {
        return session.record().project();
    }

    private Phrase export() {
        return Phrase.of(
                "call.export",
                Endpoints.RENDER,
                Json.text(request()),
                Endpoints.fill(Endpoints.STATE, session.id()),
                Endpoints.RENDER_STATUS.replace("{render}", "<id>"),
                project().draft().summary());
    }

    private ObjectNode request() {
        ObjectNode request = Json.object().put("id", "render_<time>").put("sessionId", session.id());
        request.putObject("draft");
        ObjectNode output = request.putObject("output");
        SpokenExport said = SpokenExport.of(sentence);
        boolean format = FileFormat.of(said.kind()).isPresent();
        output.put("format", format ? said.kind() : FileFormat.MP4.extension())
                .put("quality", said.quality().word());
        if (!format) {
            output.put("preset", said.kind());
        }
        said.size().ifPresent(size -> output.put("resolution", Notations.SIZE.write(size)));
        said.fps().ifPresent(fps -> output.put("fps", fps.value()));
        return request;
    }

    private Phrase credits() {
        return Phrase.of("call.credits", user.credits(), Endpoints.CREDITS);
    }

    private Phrase state() {
        return Phrase.of("call.state", project().draft().summary(), Endpoints.fill(Endpoints.STATE, session.id()));
    }

    private Phrase upload() {
        return Phrase.of("call.upload", Endpoints.fill(Endpoints.UPLOAD, session.id()));
    }

    /** "Add logo.png" is an edit once logo.png is there. */
    private boolean hasFile() {
        return Routing.files(sentence).stream()
                .map(name -> CleanText.fileName(name).toLowerCase(Locale.ROOT))
                .anyMatch(name -> project().media().stream()
                        .map(Asset::name)
                        .anyMatch(there -> there.toLowerCase(Locale.ROOT).equals(name)));
    }
}
