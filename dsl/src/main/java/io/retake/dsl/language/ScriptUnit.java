package io.retake.dsl.language;

import groovy.lang.GroovyClassLoader;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.SourceUnit;

/** One script on its way through the Groovy compiler, with what our own passes find out about it. */
final class ScriptUnit extends SourceUnit {
    final Findings findings;
    final Facts facts = new Facts();

    ScriptUnit(String unitName, ScriptSource source, CompilerConfiguration config, GroovyClassLoader loader) {
        super(unitName, source.text(), config, loader, new ErrorCollector(config));
        this.findings = new Findings(source);
    }
}
