package io.retake.engine.api;

import io.retake.engine.phrase.EngineMessages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The language model that may read what the local grammar can't, as the environment chooses it: {@code RETAKE_LLM_URL}
 * (the base of an OpenAI-compatible API), {@code RETAKE_LLM_MODEL} and {@code RETAKE_LLM_KEY}. None unless a URL is set.
 */
public sealed interface LanguageModel {
    /** The variable with the base URL, such as {@code https://host/v1}. */
    String URL = "RETAKE_LLM_URL";

    /** The variable with the model's name. */
    String MODEL = "RETAKE_LLM_MODEL";

    /** The variable with the key; may be left out. */
    String KEY = "RETAKE_LLM_KEY";

    /** Returns a sentence for users: which model, where, and why not. Never the key. */
    String describe();

    /** No model is configured, and no word leaves this machine. */
    record Off() implements LanguageModel {
        @Override
        public String describe() {
            return EngineMessages.text("language-model.none");
        }
    }

    /** The settings are invalid; no model is asked. */
    record Wrong(String why) implements LanguageModel {
        @Override
        public String describe() {
            return EngineMessages.text("language-model.wrong", why);
        }
    }

    /**
     * One is asked.
     *
     * @param base what {@code /chat/completions} is appended to
     * @param key sent to that address only
     */
    record On(URI base, String model, Optional<String> key) implements LanguageModel {
        @Override
        public String describe() {
            return EngineMessages.text("language-model.reads", model, place());
        }

        /** Returns the server's address: scheme, host and port, without path and query. */
        public String place() {
            String port = base.getPort() < 0 ? "" : ":" + base.getPort();
            return base.getScheme() + "://" + base.getHost() + port;
        }

        /** Omits the key. */
        @Override
        public String toString() {
            return "On[" + model + " at " + place() + "]";
        }
    }

    /** Reads the settings from environment variables. */
    static LanguageModel of(Map<String, String> environment) {
        String url = environment.getOrDefault(URL, "").strip();
        String model = environment.getOrDefault(MODEL, "").strip();
        String key = environment.getOrDefault(KEY, "").strip();
        if (url.isEmpty()) {
            return model.isEmpty() && key.isEmpty()
                    ? new Off()
                    : new Wrong(EngineMessages.text("language-model.no-url", URL));
        }
        try {
            return checked(new URI(url.replaceFirst("(?<!/)/++$", "")), model, key);
        } catch (URISyntaxException e) {
            // The cause repeats the address, and somebody may have written a key into it.
            return new Wrong(EngineMessages.text("language-model.no-address", URL));
        }
    }

    private static LanguageModel checked(URI base, String model, String key) {
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        if (base.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            return new Wrong(EngineMessages.text("language-model.no-address", URL));
        }
        if (base.getRawUserInfo() != null || base.getRawFragment() != null || base.getRawQuery() != null) {
            return new Wrong(EngineMessages.text("language-model.address-with-key", URL, KEY));
        }
        if (model.isEmpty() || !isPlain(model)) {
            return new Wrong(EngineMessages.text("language-model.no-model", MODEL));
        }
        if (!key.isEmpty() && !isPlain(key)) {
            return new Wrong(EngineMessages.text("language-model.odd-key", KEY));
        }
        if (!key.isEmpty() && scheme.equals("http") && !isThisMachine(base.getHost())) {
            return new Wrong(EngineMessages.text("language-model.open-key", URL));
        }
        return new On(base, model, key.isEmpty() ? Optional.empty() : Optional.of(key));
    }

    private static boolean isPlain(String text) {
        return text.length() <= 500 && text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127\\.\\d+\\.\\d+\\.\\d+");
    }
}
