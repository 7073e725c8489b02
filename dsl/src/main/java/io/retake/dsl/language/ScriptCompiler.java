package io.retake.dsl.language;

import static java.util.Objects.requireNonNull;

import groovy.lang.GroovyClassLoader;
import groovy.transform.CompileStatic;
import groovy.transform.ThreadInterrupt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.ResolveVisitor;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.control.customizers.ImportCustomizer;

/**
 * Compiles scripts to class files, statically, and finds everything wrong with them. The only class through which
 * Groovy's compiler is loaded: a script that was compiled before doesn't touch it. Thread-safe.
 */
final class ScriptCompiler {
    private final GroovyClassLoader loader;

    ScriptCompiler(ClassLoader parent) {
        this.loader = new GroovyClassLoader(new UnitsOnly(parent));
    }

    /**
     * Compiles it.
     *
     * @param missing finds files and recipes that aren't there; asked only when there are other problems, to tell all at once
     * @throws InvalidScript with all problems; files alone are no reason
     */
    CompiledScript compile(
            ScriptSource source, BiFunction<List<FileLiteral>, List<UseLiteral>, List<Problem>> missing) {
        CompilerConfiguration config = configuration(RetakeScript.class);
        ScriptUnit script = new ScriptUnit(className(source) + ".groovy", source, config, loader);
        return compiled(source, script, classes(script, source, config, missing));
    }

    private Map<String, byte[]> classes(
            ScriptUnit script,
            ScriptSource source,
            CompilerConfiguration config,
            BiFunction<List<FileLiteral>, List<UseLiteral>, List<Problem>> missing) {
        CompilationUnit unit = new CompilationUnit(config, null, loader);
        unit.addSource(script);
        try {
            unit.compile(Phases.CLASS_GENERATION);
        } catch (CompilationFailedException e) {
            StockMessages.add(unit.getErrorCollector(), source, script.findings);
            StockMessages.add(script.getErrorCollector(), source, script.findings);
            if (script.findings.none()) {
                script.findings.add(0, 0, "the script can't be compiled: " + e.getMessage(), "");
            }
        }
        if (!script.findings.none()) {
            List<Problem> problems = new ArrayList<>(script.findings.sorted());
            problems.addAll(missing.apply(files(script.facts), script.facts.uses));
            throw new InvalidScript(problems);
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        unit.getClasses().forEach(c -> classes.put(c.getName(), c.getBytes()));
        return classes;
    }

    private static CompiledScript compiled(ScriptSource source, ScriptUnit script, Map<String, byte[]> classes) {
        Description description = new Description(
                source.name(),
                Headers.text(source.text()),
                script.facts.skill,
                new ArrayList<>(script.facts.parameters.values()));
        return new CompiledScript(className(source), classes, description, files(script.facts), script.facts.uses);
    }

    /**
     * Compiles an entry of a prompt with what stands from earlier ones.
     *
     * @return the entry; the unit it came from knows what it leaves behind
     * @throws InvalidScript with all problems
     */
    ScriptUnit compile(
            ScriptSource entry,
            Standing standing,
            Map<String, byte[]> classes,
            BiFunction<List<FileLiteral>, List<UseLiteral>, List<Problem>> missing) {
        CompilerConfiguration config = configuration(PromptScript.class);
        ScriptUnit script = new ScriptUnit(className(entry) + ".groovy", entry, standing, config, loader);
        classes.putAll(classes(script, entry, config, missing));
        return script;
    }

    /**
     * Does once what the first compilation in a process does besides: a second thread reads what is imported by itself while
     * this one makes the parser. Both are after what Groovy's classes share, so that neither waits for the other's.
     */
    void warmUp() {
        CompilerConfiguration config = configuration(PromptScript.class);
        Thread imports = new Thread(() -> requireNonNull(ResolveVisitor.DEFAULT_IMPORTS), "imports");
        imports.setDaemon(true);
        imports.start();
        ScriptSource source = ScriptSource.text("def warm = 1.s\ntrim to: warm");
        ScriptUnit unit = new ScriptUnit("warm.groovy", source, config, loader);
        unit.parse();
        unit.completePhase();
        unit.nextPhase();
        unit.convert();
    }

    /** A file that an edit names may be one that is uploaded anyway. */
    static List<FileLiteral> files(Facts facts) {
        List<FileLiteral> uploads =
                facts.files.stream().filter(f -> f.verb().equals("upload")).toList();
        return facts.files.stream()
                .filter(f -> uploads.contains(f) || !(facts.otherUploads || uploaded(f, uploads)))
                .toList();
    }

    private static boolean uploaded(FileLiteral file, List<FileLiteral> uploads) {
        return uploads.stream().anyMatch(u -> isThe(u.name(), file.name()) || MediaFiles.isPattern(u.name()));
    }

    /** An edit names a file as it was uploaded, or without its folders. */
    private static boolean isThe(String uploaded, String named) {
        return uploaded.equals(named) || uploaded.endsWith("/" + named) || uploaded.endsWith("\\" + named);
    }

    private static CompilerConfiguration configuration(Class<? extends RetakeScript> base) {
        CompilerConfiguration config = new CompilerConfiguration();
        config.setTargetBytecode(CompilerConfiguration.JDK17);
        config.setScriptBaseClass(base.getName());
        config.addCompilationCustomizers(
                // What a script's own methods take and give.
                new ImportCustomizer().addImports(Path.class.getName(), Duration.class.getName(), Film.class.getName()),
                new CompilationCustomizer(CompilePhase.CONVERSION) {
                    @Override
                    public void call(SourceUnit unit, GeneratorContext context, ClassNode node) {
                        Translator.translate((ScriptUnit) unit, node);
                    }
                },
                // The only thing that stops while (true) {} on a JDK without Thread.stop.
                new ASTTransformationCustomizer(ThreadInterrupt.class),
                new ASTTransformationCustomizer(
                        Map.of("extensions", LanguageChecks.class.getName()), CompileStatic.class));
        return config;
    }

    /** Never a name that a person would give a variable: a class of that name would hide it. */
    static String className(ScriptSource source) {
        return "Script_" + source.title().replaceAll("[^A-Za-z0-9_]", "_");
    }
}
