package io.retake.dsl.check;

import io.retake.dsl.parameter.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.Expression;

/** What the passes over one script have learned: filled while it is compiled, by one thread. */
public final class ScriptSymbols {
    /** Variables, parameters of methods and closures, and fields that the script declares anywhere. */
    public final Set<String> variables = new LinkedHashSet<>();

    /** Variables that are given another value somewhere. */
    public final Set<String> assigned = new LinkedHashSet<>();

    /** Methods that the script declares. */
    public final Set<String> methods = new LinkedHashSet<>();

    public final Map<String, Parameter> parameters = new LinkedHashMap<>();
    public final List<FileLiteral> files = new ArrayList<>();

    /** What an entry of a prompt declares or assigns at its top, with the expression that has its type. */
    public final Map<String, Expression> kept = new LinkedHashMap<>();

    /** The methods that an entry of a prompt declares, by their signature. */
    public final Map<String, DeclaredMethod> sources = new LinkedHashMap<>();

    /** Names that the top of an entry has declared so far. */
    public final Set<String> names = new LinkedHashSet<>();
    /** The files that exports are to make, as far as they are known. */
    public final List<OutputLiteral> outputs = new ArrayList<>();

    /** Whether the script makes, moves or removes files by itself. */
    public boolean handlesFiles;

    /** The recipes that the script uses by their literal names. */
    public final List<UseLiteral> uses = new ArrayList<>();

    /** The literal names that exports are given, and the titles of sessions. */
    public final List<String> products = new ArrayList<>();

    public final List<String> titles = new ArrayList<>();

    /** Whether some name or title is known only when the script runs. */
    public boolean otherProducts;
    /** The sentences that the script asks for by literals. */
    public final List<EditLiteral> edits = new ArrayList<>();

    /** What {@code skill} says. */
    public Optional<String> skill = Optional.empty();

    /** Whether some upload's files are known only when it runs. */
    public boolean otherUploads;

    /** Variables of earlier entries of a prompt. */
    final Set<String> standing = new LinkedHashSet<>();

    public boolean declares(String name) {
        return variables.contains(name) || parameters.containsKey(name) || standing.contains(name);
    }
}
