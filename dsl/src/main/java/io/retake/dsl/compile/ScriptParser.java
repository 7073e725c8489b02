package io.retake.dsl.compile;

import groovyjarjarantlr4.v4.runtime.LexerNoViableAltException;
import groovyjarjarantlr4.v4.runtime.Parser;
import groovyjarjarantlr4.v4.runtime.ParserRuleContext;
import groovyjarjarantlr4.v4.runtime.RecognitionException;
import groovyjarjarantlr4.v4.runtime.tree.ParseTree;
import io.retake.dsl.check.ScriptUnit;
import io.retake.dsl.syntax.Predictions;
import io.retake.dsl.syntax.SyntaxFaults;
import java.lang.reflect.Field;
import java.util.List;
import org.apache.groovy.parser.antlr4.Antlr4ParserPlugin;
import org.apache.groovy.parser.antlr4.AstBuilder;
import org.apache.groovy.parser.antlr4.internal.DescriptiveErrorStrategy;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ParserPlugin;
import org.codehaus.groovy.control.ParserPluginFactory;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Reduction;

/** Parses scripts as Groovy does, with {@link Predictions}; every text becomes a script. */
final class ScriptParser extends Antlr4ParserPlugin {
    static final ParserPluginFactory FACTORY = new ParserPluginFactory() {
        @Override
        public ParserPlugin createParserPlugin() {
            return new ScriptParser();
        }
    };

    @Override
    public ModuleNode buildAST(SourceUnit unit, ClassLoader loader, Reduction tree) {
        CompilerConfiguration configuration = unit.getConfiguration();
        AstBuilder builder = new Following(unit, configuration);
        refuseExcess(unit);
        decideBlocksAtOnce(
                builder,
                unit instanceof ScriptUnit script
                        ? script.findings.source().text().length()
                        : 0);
        ModuleNode module = builder.buildAST();
        if (needsStatement(module)) {
            module.addStatement(ReturnStatement.RETURN_NULL_OR_VOID);
        }
        return module;
    }

    /** Tracks the parse position, for failures without a place. */
    private static final class Following extends AstBuilder {
        private final SourceUnit unit;

        Following(SourceUnit unit, CompilerConfiguration configuration) {
            super(unit, configuration.isGroovydocEnabled(), configuration.isRuntimeGroovydocEnabled());
            this.unit = unit;
        }

        @Override
        public Object visit(ParseTree tree) {
            if (tree instanceof ParserRuleContext rule && unit instanceof ScriptUnit script) {
                script.reached(rule.getStart());
            }
            return super.visit(tree);
        }
    }

    private static void refuseExcess(SourceUnit unit) {
        if (unit instanceof ScriptUnit script && SyntaxFaults.addExcess(script.findings)) {
            throw new CompilationFailedException(Phases.PARSING, unit);
        }
    }

    /** Replaces the prediction of the builder's parser, which the builder creates itself and does not expose. */
    private static void decideBlocksAtOnce(AstBuilder builder, int length) {
        try {
            Field parser = AstBuilder.class.getDeclaredField("parser");
            parser.setAccessible(true);
            Parser ours = (Parser) parser.get(builder);
            Predictions.of(ours, length);
            ours.setErrorHandler(new Silent(ours));
        } catch (ReflectiveOperationException | RuntimeException anotherGroovy) {
            return; // only slower on long blocks
        }
    }

    /** Suppresses lexer errors, which Groovy's own strategy prints to the error stream. */
    private static final class Silent extends DescriptiveErrorStrategy {
        Silent(Parser parser) {
            super(parser.getInputStream().getTokenSource().getInputStream());
        }

        @Override
        public void reportError(Parser parser, RecognitionException wrong) {
            if (!(wrong instanceof LexerNoViableAltException)) {
                super.reportError(parser, wrong);
            }
        }
    }

    /**
     * Returns whether a statement must be added: to Groovy a file with only classes, or with declarations and a method
     * {@code main}, is not a script.
     */
    private static boolean needsStatement(ModuleNode module) {
        List<String> methods =
                module.getMethods().stream().map(MethodNode::getName).toList();
        boolean onlyDeclarations = module.getStatementBlock().getStatements().stream()
                .allMatch(statement -> statement instanceof ExpressionStatement said
                        && said.getExpression() instanceof DeclarationExpression);
        boolean noStatement = module.getStatementBlock().isEmpty() || (methods.contains("main") && onlyDeclarations);
        return noStatement && !methods.contains("run");
    }
}
