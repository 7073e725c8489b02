package io.retake.dsl.compile;

import io.retake.dsl.check.DeclaredMethod;
import io.retake.dsl.check.PromptDeclarations;
import io.retake.dsl.check.ScriptLiterals;
import io.retake.dsl.check.ScriptUnit;
import io.retake.dsl.parameter.Description;
import io.retake.dsl.parameter.MediaFiles;
import io.retake.dsl.parameter.Parameters;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.problem.Problem;
import io.retake.dsl.problem.ScriptSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the entries of a prompt: each sees the variables, methods, classes and imports of those before it,
 * statically typed as in a script, and can use every verb without a session block. One thread compiles at a time;
 * entries may run concurrently.
 */
public final class EntryCompiler {
    private static final Pattern IMPORT = Pattern.compile("(?m)^[ \\t]*+import\\s++[^\\r\\n;]+");
    private final Map<String, @Nullable Object> values = Collections.synchronizedMap(new LinkedHashMap<>());
    private final PromptDeclarations standing = new PromptDeclarations();
    private final Scripts scripts;
    private ClassLoader loader;
    private @Nullable ScriptCompiler compiler;

    /** Creates a compiler whose entries see the classes of this loader and may use these scripts. */
    public EntryCompiler(ClassLoader parent, Scripts scripts) {
        this.loader = parent;
        this.scripts = scripts;
    }

    /**
     * Compiles an entry, to be run once.
     *
     * @param number names it in stack traces
     * @throws InvalidScript with all problems; then nothing of the entry is remembered
     */
    public synchronized ReadyEntry ready(int number, String text, Path workingFolder) {
        return ready(number, ScriptSource.text("prompt_" + number, text), workingFolder);
    }

    /** Compiles an entry that has a place in a file or stream. */
    public synchronized ReadyEntry ready(int number, ScriptSource source, Path workingFolder) {
        return ready("Script_prompt_" + number, source, workingFolder);
    }

    /**
     * Compiles a script as an entry: its declarations remain, and its parameters have the given values.
     *
     * @param given as for a run of the script
     * @throws InvalidScript when the script or a parameter is wrong
     */
    public synchronized ReadyEntry ready(int number, ScriptSource script, Map<String, ?> given, Path workingFolder) {
        return ready("Script_prompt_" + number, script, given, workingFolder);
    }

    /** Compiles a named script as an entry. */
    public synchronized ReadyEntry ready(ScriptSource source, Path workingFolder) {
        return ready(ScriptCompiler.className(source), source, workingFolder);
    }

    private ReadyEntry ready(String main, ScriptSource entry, Path workingFolder) {
        return ready(main, entry, Map.of(), workingFolder);
    }

    private ReadyEntry ready(String main, ScriptSource entry, Map<String, ?> given, Path workingFolder) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        ScriptUnit unit = compile(main, entry, workingFolder, classes);
        Description description =
                new Description(entry.name(), "", Optional.empty(), List.copyOf(unit.facts.parameters.values()));
        MediaFiles own = new MediaFiles(entry, workingFolder);
        Map<String, Object> parameters = new Parameters(description, MediaFiles.in(workingFolder), own).read(given);
        ReadyScript script = new ReadyScript(
                new CompiledScript(main, classes, description, ScriptLiterals.NONE), loader, parameters);
        EntryLines lines = new EntryLines(entry, standing);
        remember(unit, entry.text(), script, main, classes.keySet());
        return new ReadyEntry(script, values, lines);
    }

    private ScriptUnit compile(String main, ScriptSource entry, Path workingFolder, Map<String, byte[]> classes) {
        ScriptUnit unit = compiler()
                .compile(main, entry, standing, classes, mentions -> scripts.missing(mentions, entry, workingFolder));
        List<Problem> missing = scripts.missing(ScriptCompiler.mentions(unit), entry, workingFolder);
        if (!missing.isEmpty()) {
            throw new InvalidScript(missing);
        }
        return unit;
    }

    private void remember(ScriptUnit unit, String text, ReadyScript script, String main, Set<String> classes) {
        unit.facts.kept.forEach((name, value) -> standing.variables.put(name, DeclarableTypes.of(value)));
        unit.facts.kept.keySet().forEach(name -> values.putIfAbsent(name, null));
        standing.methods.putAll(unit.facts.sources);
        Matcher line = IMPORT.matcher(text);
        while (line.find()) {
            standing.imports.add(line.group().strip());
        }
        boolean types = classes.stream().anyMatch(name -> !name.equals(main) && !name.startsWith(main + "$"));
        if (types) {
            loader = script.loader();
            compiler = null;
        }
    }

    /**
     * Loads the compiler, so that the first entry need not wait for it. Compiles twice: the first time is slow, and the
     * second still half as slow.
     */
    public synchronized void warmUp() {
        compiler().warmUp();
        for (String entry : List.of("def warm = 1.s\ntrim to: warm", "println 1 + 1")) {
            compiler()
                    .compile(
                            "Script_prompt",
                            ScriptSource.text("prompt", entry),
                            new PromptDeclarations(),
                            new LinkedHashMap<>(),
                            mentions -> List.of());
        }
    }

    /** Returns the declared variables with their values; for completion and inspection. */
    public Map<String, Object> variables() {
        synchronized (values) {
            Map<String, Object> known = new LinkedHashMap<>();
            values.forEach((name, value) -> Optional.ofNullable(value).ifPresent(v -> known.put(name, v)));
            return known;
        }
    }

    /** Returns the names of the declared variables and methods. */
    public synchronized Set<String> names() {
        Set<String> names = new TreeSet<>(standing.variables.keySet());
        standing.methods.keySet().forEach(signature -> names.add(signature.replaceFirst("\\(.*", "")));
        return names;
    }

    private ScriptCompiler compiler() {
        ScriptCompiler known = compiler;
        if (known == null) {
            known = new ScriptCompiler(loader);
            compiler = known;
        }
        return known;
    }

    /** Runs after an entry is parsed: records its top-level declarations, and lets its methods replace earlier ones. */
    static void prepare(ScriptUnit unit, ClassNode node, PromptDeclarations standing) {
        int last = (int) unit.findings.source().text().lines().count();
        List<MethodNode> own = new ArrayList<>();
        List<MethodNode> older = new ArrayList<>();
        for (MethodNode method : node.getMethods()) {
            if (method.getLineNumber() > 0 && !method.isScriptBody()) {
                (method.getLineNumber() <= last ? own : older).add(method);
            }
        }
        Set<String> signatures = own.stream().map(EntryCompiler::signature).collect(Collectors.toSet());
        older.stream().filter(m -> signatures.contains(signature(m))).forEach(node::removeMethod);
        own.forEach(method -> unit.facts.sources.put(
                signature(method),
                new DeclaredMethod(
                        part(unit.findings.source().text(), method),
                        unit.findings.source().name(),
                        method.getLineNumber())));
        Optional.ofNullable(node.getDeclaredMethod("run", Parameter.EMPTY_ARRAY))
                .map(MethodNode::getCode)
                .filter(BlockStatement.class::isInstance)
                .ifPresent(code -> new PromptVariables(unit.facts, standing).keep((BlockStatement) code));
    }

    private static String signature(MethodNode method) {
        return method.getName()
                + Arrays.stream(method.getParameters())
                        .map(p -> p.getType().getName())
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static String part(String text, MethodNode node) {
        List<String> lines = text.lines().toList();
        StringBuilder part = new StringBuilder();
        for (int number = node.getLineNumber(); number <= Math.min(node.getLastLineNumber(), lines.size()); number++) {
            String line = lines.get(number - 1);
            int from = number == node.getLineNumber() ? node.getColumnNumber() - 1 : 0;
            int to = number == node.getLastLineNumber() ? node.getLastColumnNumber() - 1 : line.length();
            part.append(line, Math.min(from, line.length()), Math.min(Math.max(from, to), line.length()))
                    .append('\n');
        }
        return part.toString();
    }
}
