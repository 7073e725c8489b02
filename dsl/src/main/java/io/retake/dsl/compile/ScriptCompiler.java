package io.retake.dsl.compile;

import static java.util.Objects.requireNonNull;

import groovy.lang.GroovyClassLoader;
import groovy.transform.CompileStatic;
import io.retake.dsl.check.CompilerFault;
import io.retake.dsl.check.FileLiteral;
import io.retake.dsl.check.KnownOutputs;
import io.retake.dsl.check.LanguageChecks;
import io.retake.dsl.check.PromptDeclarations;
import io.retake.dsl.check.ScriptLiterals;
import io.retake.dsl.check.ScriptSymbols;
import io.retake.dsl.check.ScriptUnit;
import io.retake.dsl.check.StockMessages;
import io.retake.dsl.parameter.Description;
import io.retake.dsl.parameter.MediaFiles;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.problem.Problem;
import io.retake.dsl.problem.ScriptSource;
import io.retake.dsl.scope.Film;
import io.retake.dsl.scope.PromptScript;
import io.retake.dsl.scope.RetakeScript;
import io.retake.dsl.scope.UnitsOnly;
import io.retake.dsl.syntax.SyntaxFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
 * Compiles scripts to class files, statically, and finds all their problems. The only class that loads Groovy's
 * compiler: a cached script does not touch it. Thread-safe.
 */
final class ScriptCompiler {
    private final GroovyClassLoader loader;

    ScriptCompiler(ClassLoader parent) {
        this.loader = new GroovyClassLoader(new UnitsOnly(parent));
    }

    /**
     * Compiles a script.
     *
     * @param missing finds missing files and recipes; called only when there are other problems, to report all at once
     * @throws InvalidScript with all problems; missing files alone are no reason
     */
    CompiledScript compile(ScriptSource source, Function<ScriptLiterals, List<Problem>> missing) {
        CompilerConfiguration config = configuration(RetakeScript.class);
        ScriptUnit script = new ScriptUnit(className(source) + ".groovy", source, config, loader);
        return compiled(source, script, classes(script, config, missing));
    }

    private Map<String, byte[]> classes(
            ScriptUnit script, CompilerConfiguration config, Function<ScriptLiterals, List<Problem>> missing) {
        CompilationUnit unit = new CompilationUnit(config, null, loader);
        unit.addSource(script);
        Map<String, byte[]> classes = compile(unit, script);
        if (!script.findings.none()) {
            List<Problem> problems = new ArrayList<>(script.findings.sorted());
            problems.addAll(missing.apply(mentions(script)));
            throw new InvalidScript(problems);
        }
        return classes;
    }

    /** Compiles a unit; any failure becomes a problem of the script, also one of the compiler itself. */
    private static Map<String, byte[]> compile(CompilationUnit unit, ScriptUnit script) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try {
            LargeStack.run(() -> {
                unit.compile(Phases.INSTRUCTION_SELECTION);
                if (script.findings.none()) {
                    unit.compile(Phases.CLASS_GENERATION);
                    unit.getClasses().forEach(type -> classes.put(type.getName(), StopChecks.into(type.getBytes())));
                }
            });
        } catch (CompilationFailedException e) {
            failed(unit, script);
            if (script.findings.none()) {
                CompilerFault.add(e.getCause() == null ? e : e.getCause(), script);
            }
        } catch (RuntimeException | Error fault) { // an Error in the compiler must not end a prompt either
            failed(unit, script);
            if (script.findings.none()) {
                CompilerFault.add(fault, script);
            }
        }
        return classes;
    }

    private static void failed(CompilationUnit unit, ScriptUnit script) {
        if (script.getAST() == null && script.findings.none()) {
            LargeStack.run(() -> SyntaxFaults.add(script.findings));
        }
        if (script.findings.none()) {
            StockMessages.add(unit.getErrorCollector(), script);
            StockMessages.add(script.getErrorCollector(), script);
        }
    }

    private static CompiledScript compiled(ScriptSource source, ScriptUnit script, Map<String, byte[]> classes) {
        Description description = new Description(
                source.name(),
                Headers.text(source.text()),
                script.facts.skill,
                new ArrayList<>(script.facts.parameters.values()));
        return new CompiledScript(className(source), classes, description, mentions(script));
    }

    /**
     * Compiles an entry of a prompt with the declarations of earlier ones.
     *
     * @param className the name of the script's class, unique among the entries
     * @return the entry; its unit knows its declarations
     * @throws InvalidScript with all problems
     */
    ScriptUnit compile(
            String className,
            ScriptSource entry,
            PromptDeclarations standing,
            Map<String, byte[]> classes,
            Function<ScriptLiterals, List<Problem>> missing) {
        CompilerConfiguration config = configuration(PromptScript.class);
        ScriptUnit script = new ScriptUnit(className + ".groovy", entry, standing, config, loader);
        classes.putAll(classes(script, config, missing));
        return script;
    }

    /**
     * Does the one-time work of the first compilation in a process: a second thread reads the default imports while
     * this one creates the parser. Both run after the initialization that Groovy's classes share, so that neither waits
     * for the other.
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

    /** Returns the names that the script contains literally. */
    static ScriptLiterals mentions(ScriptUnit script) {
        ScriptSymbols facts = script.facts;
        List<String> titles = new ArrayList<>(facts.titles);
        titles.add(script.findings.source().title());
        KnownOutputs products = new KnownOutputs(facts.products, titles, facts.otherProducts || facts.handlesFiles);
        return new ScriptLiterals(
                files(facts), facts.uses, products, facts.handlesFiles ? List.of() : facts.outputs, facts.edits);
    }

    /** Collects the files; an edit may name a file that is uploaded anyway. */
    private static List<FileLiteral> files(ScriptSymbols facts) {
        List<FileLiteral> uploads =
                facts.files.stream().filter(f -> f.verb().equals("upload")).toList();
        return facts.files.stream()
                .filter(f -> uploads.contains(f) || !(facts.otherUploads || uploaded(f, uploads)))
                .toList();
    }

    private static boolean uploaded(FileLiteral file, List<FileLiteral> uploads) {
        return uploads.stream().anyMatch(u -> isThe(u.name(), file.name()) || MediaFiles.isPattern(u.name()));
    }

    /** Returns whether an edit's file is an uploaded one: by its name there, or without its folders. */
    private static boolean isThe(String uploaded, String named) {
        return uploaded.equals(named) || uploaded.endsWith("/" + named) || uploaded.endsWith("\\" + named);
    }

    private static CompilerConfiguration configuration(Class<? extends RetakeScript> base) {
        CompilerConfiguration config = new CompilerConfiguration();
        config.setTargetBytecode(CompilerConfiguration.JDK17);
        config.setScriptBaseClass(base.getName());
        config.setPluginFactory(ScriptParser.FACTORY);
        // It would look for Apache Ivy, which is not there: see Refusals.
        config.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        config.addCompilationCustomizers(
                // Parameter and return types of a script's own methods.
                new ImportCustomizer().addImports(Path.class.getName(), Duration.class.getName(), Film.class.getName()),
                new CompilationCustomizer(CompilePhase.CONVERSION) {
                    @Override
                    public void call(SourceUnit unit, GeneratorContext context, ClassNode node) {
                        Translator.translate((ScriptUnit) unit, node);
                    }
                },
                new ASTTransformationCustomizer(
                        Map.of("extensions", LanguageChecks.class.getName()), CompileStatic.class));
        return config;
    }

    /** Returns a class name that no user would give a variable, which it would hide. */
    static String className(ScriptSource source) {
        return "Script_" + source.title().replaceAll("[^A-Za-z0-9_]", "_");
    }
}
