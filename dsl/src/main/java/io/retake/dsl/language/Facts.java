package io.retake.dsl.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.Expression;

/** What the passes over one script have learned: filled while it is compiled, by one thread. */
final class Facts {
    /** Variables, parameters of methods and closures, and fields that the script declares anywhere. */
    final Set<String> variables = new LinkedHashSet<>();

    /** Variables that are given another value somewhere. */
    final Set<String> assigned = new LinkedHashSet<>();

    /** Methods that the script declares. */
    final Set<String> methods = new LinkedHashSet<>();

    final Map<String, Parameter> parameters = new LinkedHashMap<>();
    final List<FileLiteral> files = new ArrayList<>();

    /** What an entry of a prompt declares or assigns at its top, with the expression that has its type. */
    final Map<String, Expression> kept = new LinkedHashMap<>();

    /** The methods that an entry of a prompt declares, by their signature. */
    final Map<String, StandingMethod> sources = new LinkedHashMap<>();

    /** Names that the top of an entry has declared so far. */
    final Set<String> names = new LinkedHashSet<>();
    /** The files that exports are to make, as far as they are known. */
    final List<OutputLiteral> outputs = new ArrayList<>();

    /** Whether the script makes, moves or removes files by itself. */
    boolean handlesFiles;

    /** The recipes that the script uses by their literal names. */
    final List<UseLiteral> uses = new ArrayList<>();

    /** The literal names that exports are given, and the titles of sessions. */
    final List<String> products = new ArrayList<>();

    final List<String> titles = new ArrayList<>();

    /** Whether some name or title is known only when the script runs. */
    boolean otherProducts;
    /** The sentences that the script asks for by literals. */
    final List<EditLiteral> edits = new ArrayList<>();

    /** What {@code skill} says. */
    Optional<String> skill = Optional.empty();

    /** Whether some upload's files are known only when it runs. */
    boolean otherUploads;

    /** Variables of earlier entries of a prompt. */
    final Set<String> standing = new LinkedHashSet<>();

    boolean declares(String name) {
        return variables.contains(name) || parameters.containsKey(name) || standing.contains(name);
    }
}
