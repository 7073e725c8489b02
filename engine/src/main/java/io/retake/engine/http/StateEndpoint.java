package io.retake.engine.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.engine.http.server.Endpoint;
import io.retake.engine.http.server.Exchange;
import io.retake.engine.render.Shortfall;
import io.retake.engine.render.Shortfalls;
import io.retake.engine.store.Json;
import io.retake.engine.timeline.Project;
import java.io.IOException;
import java.util.List;

/** Returns the current state of a session. */
final class StateEndpoint implements Endpoint {
    private final Sessions sessions;

    StateEndpoint(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        Session session = sessions.of(exchange.user(), exchange.id("session"));
        Project project = session.record().project();
        ObjectNode draft = project.draft().json();
        ObjectNode state = Json.object();
        state.set("draft", draft);
        ArrayNode videos = state.putArray("video_infos");
        project.media().forEach(footage -> videos.add(RenderService.described(footage, project.draft())));
        ObjectNode canvas = state.putObject("canvas_config");
        for (String key : new String[] {"width", "height", "fps"}) {
            if (draft.path("m").has(key)) {
                canvas.set(key, draft.path("m").get(key));
            }
        }
        state.putArray("generated_media");
        state.set("video_analyses", project.analyses());
        ArrayNode shortfalls = state.putArray("shortfalls");
        shortfalls(project).forEach(shortfall -> shortfalls.add(shortfall.json()));
        ObjectNode history = state.putObject("history");
        history.put("undo", project.past().size()).put("redo", project.future().size());
        ArrayNode checkpoints = history.putArray("checkpoints");
        project.checkpoints().keySet().forEach(checkpoints::add);
        ObjectNode data = Json.object().put("user_id", session.record().user());
        data.set("state", state);
        exchange.data(data);
    }

    /** Returns the shortfalls in the media that an export of the current timeline would report. */
    private static List<Shortfall> shortfalls(Project project) {
        return Shortfalls.of(
                project.draft(),
                hash -> project.media().stream()
                        .filter(footage -> footage.hash().equals(hash))
                        .findFirst()
                        .map(footage -> new Shortfalls.Medium(footage.name(), footage.ends())),
                true,
                true);
    }
}
