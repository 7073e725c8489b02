package io.retake.dsl;

import groovy.lang.GroovySystem;
import io.retake.core.Version;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import org.jspecify.annotations.Nullable;

/** Makes {@code new ScriptEngineManager().getEngineByName("retake")} work (JSR 223). */
public final class RetakeScriptEngineFactory implements ScriptEngineFactory {
    @Override
    public String getEngineName() {
        return "Retake";
    }

    @Override
    public String getEngineVersion() {
        return Version.current();
    }

    @Override
    public List<String> getExtensions() {
        return List.of("retake");
    }

    @Override
    public List<String> getMimeTypes() {
        return List.of("text/x-retake");
    }

    @Override
    public List<String> getNames() {
        return List.of("retake", "Retake");
    }

    @Override
    public String getLanguageName() {
        return "Retake";
    }

    @Override
    public String getLanguageVersion() {
        return Version.current() + " (Groovy " + GroovySystem.getVersion() + ")";
    }

    @Override
    public @Nullable Object getParameter(String key) {
        return switch (key) {
            case ScriptEngine.ENGINE -> getEngineName();
            case ScriptEngine.ENGINE_VERSION -> getEngineVersion();
            case ScriptEngine.NAME -> "retake";
            case ScriptEngine.LANGUAGE -> getLanguageName();
            case ScriptEngine.LANGUAGE_VERSION -> getLanguageVersion();
            case "THREADING" -> "MULTITHREADED";
            default -> null;
        };
    }

    @Override
    public String getMethodCallSyntax(String object, String method, String... arguments) {
        return object + "." + method + "(" + String.join(", ", arguments) + ")";
    }

    @Override
    public String getOutputStatement(String text) {
        return "println '" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    @Override
    public String getProgram(String... statements) {
        return String.join("\n", statements) + "\n";
    }

    @Override
    public ScriptEngine getScriptEngine() {
        return new RetakeScriptEngine(this);
    }
}
