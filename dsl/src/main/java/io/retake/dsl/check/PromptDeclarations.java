package io.retake.dsl.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassNode;

/**
 * The declarations of a prompt's entries so far, for the compiler: the types of their variables, and the text of their
 * methods and imports, which every later entry is compiled with. Changed only between entries, by one thread.
 */
public final class PromptDeclarations {
    public final Map<String, ClassNode> variables = new LinkedHashMap<>();
    public final Map<String, DeclaredMethod> methods = new LinkedHashMap<>();
    public final List<String> imports = new ArrayList<>();

    /** Returns the text to append to an entry, so that its own lines keep their numbers. */
    String below() {
        StringBuilder text = new StringBuilder();
        imports.forEach(line -> text.append('\n').append(line));
        methods.values().forEach(method -> text.append('\n').append(method.text()));
        return text.toString();
    }
}
