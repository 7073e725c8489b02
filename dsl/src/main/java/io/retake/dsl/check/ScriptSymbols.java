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

/** The symbols that the compiler passes have collected from one script; filled by one thread while it is compiled. */
public final class ScriptSymbols {
    /** Variables, parameters of methods and closures, and fields that the script declares anywhere. */
    public final Set<String> variables = new LinkedHashSet<>();

    /** Variables that the script reassigns somewhere. */
    public final Set<String> assigned = new LinkedHashSet<>();

    /** Methods that the script declares. */
    public final Set<String> methods = new LinkedHashSet<>();

    public final Map<String, Parameter> parameters = new LinkedHashMap<>();
    public final List<FileLiteral> files = new ArrayList<>();

    /**
     * The variables that an entry of a prompt declares or assigns at its top level, with the expression that gives the
     * type.
     */
    public final Map<String, Expression> kept = new LinkedHashMap<>();

    /** The methods that an entry of a prompt declares, by their signature. */
    public final Map<String, DeclaredMethod> sources = new LinkedHashMap<>();

    /** Names that the top level of an entry has declared so far. */
    public final Set<String> names = new LinkedHashSet<>();
    /** The names of exports, as far as they are known. */
    public final List<OutputLiteral> outputs = new ArrayList<>();

    /** Whether the script creates, moves or removes files itself. */
    public boolean handlesFiles;

    /** The recipes that the script uses by their literal names. */
    public final List<UseLiteral> uses = new ArrayList<>();

    /** The literal names of exports, and the titles of sessions. */
    public final List<String> products = new ArrayList<>();

    public final List<String> titles = new ArrayList<>();

    /** Whether some name or title is known only at run time. */
    public boolean otherProducts;
    /** The literal sentences of the script's edits. */
    public final List<EditLiteral> edits = new ArrayList<>();

    /** The text of {@code skill}. */
    public Optional<String> skill = Optional.empty();

    /** Whether some upload's files are known only at run time. */
    public boolean otherUploads;

    /** Variables of earlier entries of a prompt. */
    final Set<String> standing = new LinkedHashSet<>();

    public boolean declares(String name) {
        return variables.contains(name) || parameters.containsKey(name) || standing.contains(name);
    }
}
