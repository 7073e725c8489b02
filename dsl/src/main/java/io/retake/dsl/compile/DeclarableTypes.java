package io.retake.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.tools.GenericsUtils;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/**
 * Converts the type of a variable to one that a later entry can name. The checker may infer types of that compilation
 * alone (least upper bounds, placeholders): those become the nearest class with a name.
 */
final class DeclarableTypes {
    private DeclarableTypes() {}

    static ClassNode of(Expression expression) {
        ClassNode inferred = expression.getNodeMetaData(StaticTypesMarker.INFERRED_TYPE);
        if (inferred == null) {
            inferred = expression.getNodeMetaData(StaticTypesMarker.DECLARATION_INFERRED_TYPE);
        }
        return named(inferred == null ? expression.getType() : inferred);
    }

    private static ClassNode named(ClassNode type) {
        if (ClassHelper.isPrimitiveType(type)) {
            return ClassHelper.getWrapper(type);
        }
        if (type.isArray()) {
            ClassNode component = type.getComponentType();
            return (ClassHelper.isPrimitiveType(component) ? component : named(component)).makeArray();
        }
        ClassNode plain = plain(type);
        GenericsType[] arguments = type.getGenericsTypes();
        return arguments == null || !plain.getName().equals(type.getName())
                ? plain
                : arguments(arguments)
                        .map(known -> GenericsUtils.makeClassSafeWithGenerics(plain, known))
                        .orElse(plain);
    }

    private static ClassNode plain(ClassNode type) {
        if (type.isGenericsPlaceHolder() || type.getName().startsWith("<")) {
            return ClassHelper.OBJECT_TYPE;
        }
        ClassNode node = type.redirect();
        if (node.isPrimaryClassNode()) {
            return ClassHelper.makeWithoutCaching(node.getName());
        }
        if (node.isResolved()) {
            Class<?> known = node.getTypeClass();
            return java.lang.reflect.Modifier.isPublic(known.getModifiers())
                    ? ClassHelper.make(known).getPlainNodeReference()
                    : nearest(node);
        }
        return nearest(node);
    }

    /** Returns the nearest named class of a least upper bound, which has no class of its own. */
    private static ClassNode nearest(ClassNode node) {
        ClassNode above = node.getSuperClass();
        if (above != null && !ClassHelper.isObjectType(above)) {
            return plain(above);
        }
        ClassNode[] interfaces = node.getInterfaces();
        return interfaces.length == 0 ? ClassHelper.OBJECT_TYPE : plain(interfaces[0]);
    }

    private static Optional<GenericsType[]> arguments(GenericsType[] arguments) {
        List<GenericsType> known = new ArrayList<>();
        for (GenericsType argument : arguments) {
            if (argument.isPlaceholder() || argument.isWildcard()) {
                return Optional.empty();
            }
            known.add(new GenericsType(named(argument.getType())));
        }
        return Optional.of(known.toArray(GenericsType[]::new));
    }
}
