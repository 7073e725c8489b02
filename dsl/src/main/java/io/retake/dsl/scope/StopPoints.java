package io.retake.dsl.scope;

import groovyjarjarasm.asm.ClassReader;
import groovyjarjarasm.asm.ClassVisitor;
import groovyjarjarasm.asm.ClassWriter;
import groovyjarjarasm.asm.Label;
import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Inserts stop points into a compiled method: a call at its start, and before each backward jump. The call may change
 * neither locals nor frames. Uses the ASM library bundled with Groovy.
 */
public abstract class StopPoints extends MethodVisitor {
    private static final int API = Opcodes.ASM9;
    private final Set<Label> passed = new HashSet<>();

    /**
     * Creates a visitor.
     *
     * @param next writes the method
     */
    protected StopPoints(MethodVisitor next) {
        super(API, next);
    }

    /**
     * Returns the class with stop points.
     *
     * @param method creates the visitor from the internal name of the class and the writer of one of its methods
     * @throws groovyjarjarasm.asm.MethodTooLargeException when a method that was nearly too large exceeds the limit
     *     with them
     * @throws IllegalArgumentException when the class is of a newer Java than the library supports
     */
    public static byte[] into(byte[] classFile, BiFunction<String, MethodVisitor, StopPoints> method) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        String type = reader.getClassName();
        reader.accept(
                new ClassVisitor(API, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return method.apply(type, super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** Inserts the call here. */
    protected abstract void ask();

    @Override
    public void visitCode() {
        super.visitCode();
        ask();
    }

    @Override
    public void visitLabel(Label label) {
        passed.add(label);
        super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
        if (passed.contains(target)) {
            ask();
        }
        super.visitJumpInsn(opcode, target);
    }
}
