package io.retake.dsl.check;

import groovy.lang.GroovyClassLoader;
import groovyjarjarantlr4.v4.runtime.Token;
import io.retake.dsl.problem.Diagnostics;
import io.retake.dsl.problem.ScriptSource;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.SourceUnit;
import org.jspecify.annotations.Nullable;

/** One script in the Groovy compiler, with the findings of our own passes. */
public final class ScriptUnit extends SourceUnit {
    public final Diagnostics findings;
    public final ScriptSymbols facts = new ScriptSymbols();

    /** The node being compiled, for the place of a failure of the compiler. */
    @Nullable
    public ASTNode compiling;

    /** The declarations of earlier entries; empty for a script. */
    public final Optional<PromptDeclarations> standing;

    public ScriptUnit(String unitName, ScriptSource source, CompilerConfiguration config, GroovyClassLoader loader) {
        super(unitName, source.text(), config, loader, new ErrorCollector(config));
        this.findings = new Diagnostics(source);
        this.standing = Optional.empty();
    }

    /** Creates a unit for an entry of a prompt, compiled with the declarations of earlier ones. */
    public ScriptUnit(
            String unitName,
            ScriptSource entry,
            PromptDeclarations standing,
            CompilerConfiguration config,
            GroovyClassLoader loader) {
        super(unitName, entry.text() + standing.below(), config, loader, new ErrorCollector(config));
        this.findings = new Diagnostics(entry);
        this.standing = Optional.of(standing);
        facts.standing.addAll(standing.variables.keySet());
    }

    /** Returns a place for a message: the node's, or for a generated node that of the node being compiled. */
    ASTNode place(@Nullable ASTNode node) {
        ASTNode near = compiling;
        boolean written = node != null && node.getLineNumber() > 0;
        return written || near == null ? node == null ? new ASTNode() : node : near;
    }

    /** Records that the parser has reached this token. */
    public void reached(@Nullable Token token) {
        if (token != null) {
            ASTNode place = new ASTNode();
            place.setLineNumber(token.getLine());
            place.setColumnNumber(token.getCharPositionInLine() + 1);
            compiling = place;
        }
    }

    /** Returns the type of a variable that an earlier entry declared, unless this one redeclares it. */
    public Optional<ClassNode> standing(String name) {
        return standing.filter(s -> !facts.variables.contains(name)).map(s -> s.variables.get(name));
    }
}
