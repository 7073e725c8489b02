package io.retake.dsl.scope;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;

/**
 * Shows {@link Units} to the static compiler as extension methods. An extension module on the class path would change
 * every Groovy program of the host; one that only this loader can see is compiled into direct calls and nothing more.
 */
public final class UnitsOnly extends ClassLoader {
    private static final String MODULES = "META-INF/groovy/org.codehaus.groovy.runtime.ExtensionModule";

    public UnitsOnly(ClassLoader parent) {
        super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.equals(MODULES)) {
            return super.getResources(name);
        }
        List<URL> all = new ArrayList<>(Collections.list(super.getResources(name)));
        all.add(Objects.requireNonNull(Units.class.getResource("units.properties")));
        return Collections.enumeration(all);
    }
}
