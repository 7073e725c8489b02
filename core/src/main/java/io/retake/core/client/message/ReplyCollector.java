package io.retake.core.client.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.retake.core.protocol.AgentEvent;
import io.retake.core.protocol.AgentEvents;
import io.retake.core.protocol.GuiTranslation;
import io.retake.core.protocol.SpokenText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the events of one reply into its parts, and notifies the listener. */
final class ReplyCollector {
    private final ReplyListener listener;
    private final SpokenText spoken = new SpokenText(this::said);
    private final StringBuilder text = new StringBuilder();
    private final List<ToolUse> tools = new ArrayList<>();
    private final List<JsonNode> generated = new ArrayList<>();
    private final Set<GuiTranslation.Action> suggestions = new LinkedHashSet<>();
    private AgentEvent.@Nullable Failure failure;
    private boolean goesOn;

    ReplyCollector(ReplyListener listener) {
        this.listener = listener;
    }

    /**
     * Takes the data of one event.
     *
     * @return whether it was news, not just a heartbeat
     */
    boolean take(String data) {
        boolean news = false;
        for (AgentEvent event : AgentEvents.parse(data)) {
            news |= !(event instanceof AgentEvent.Heartbeat);
            take(event);
        }
        return news;
    }

    /** Ends the reply normally. */
    void finish() {
        spoken.finish();
    }

    /** Ends the reply early: passes on the text received so far, and marks it as incomplete. */
    void breakOff(String reason) {
        spoken.finish();
        if (text.length() > 0) {
            listener.incomplete(reason);
        }
    }

    Optional<AgentEvent.Failure> failure() {
        return Optional.ofNullable(failure);
    }

    String text() {
        return text.toString().strip();
    }

    List<ToolUse> tools() {
        return tools;
    }

    Set<GuiTranslation.Action> suggestions() {
        return suggestions;
    }

    /** Returns the raw generation results that the listener has received. */
    List<JsonNode> generated() {
        return generated;
    }

    /** Returns whether a tool continues after the stream has closed. */
    boolean goesOn() {
        return goesOn;
    }

    /** Returns whether the reply used a tool that generates footage: a second stage follows. */
    boolean generating() {
        return tools.stream().anyMatch(ReplyCollector::generates);
    }

    private void take(AgentEvent event) {
        if (event instanceof AgentEvent.Text said) {
            spoken.add(said);
        } else if (event instanceof AgentEvent.ToolCall call) {
            tool(tools.size(), new ToolUse(call.name(), call.arguments(), null));
        } else if (event instanceof AgentEvent.ToolResult result) {
            answered(result);
        } else if (event instanceof AgentEvent.GoesOn) {
            goesOn = true;
        } else if (event instanceof AgentEvent.Failure failed && failure == null) {
            failure = failed;
        }
    }

    /** Assigns a result to the first use of that tool without one. */
    private void answered(AgentEvent.ToolResult result) {
        int index = 0;
        while (index < tools.size()
                && !(tools.get(index).name().equals(result.name())
                        && tools.get(index).result() == null)) {
            index++;
        }
        JsonNode arguments = index < tools.size() ? tools.get(index).arguments() : MissingNode.getInstance();
        ToolUse use = new ToolUse(result.name(), arguments, result.result());
        tool(index, use);
        if (generates(use) && hasAddress(result.result())) {
            generated.add(result.result());
            listener.generated(result.result());
        }
    }

    private void tool(int index, ToolUse use) {
        if (index < tools.size()) {
            tools.set(index, use);
        } else {
            tools.add(use);
        }
        listener.tool(use);
    }

    private void said(GuiTranslation translation) {
        if (!translation.text().isEmpty()) {
            text.append(translation.text());
            listener.text(translation.text());
        }
        for (GuiTranslation.Action action : translation.actions()) {
            if (suggestions.add(action)) {
                listener.suggestion(action);
            }
        }
    }

    private static boolean generates(ToolUse use) {
        return use.name().toLowerCase(Locale.ROOT).contains("generat");
    }

    private static boolean hasAddress(JsonNode result) {
        return !result.findPath("url").isMissingNode()
                || !result.findPath("video_url").isMissingNode()
                || !result.findPath("cdn_url").isMissingNode();
    }
}
