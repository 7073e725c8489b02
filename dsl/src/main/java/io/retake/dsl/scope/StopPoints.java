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
 * A compiled method in which running code can be stopped: a call is written to its start, and before each jump back. The
 * call may change neither locals nor frames. The library is the one that Groovy brings along.
 */
public abstract class StopPoints extends MethodVisitor {
    private static final int API = Opcodes.ASM9;
    private final Set<Label> passed = new HashSet<>();

    /** @param next what writes the method */
    protected StopPoints(MethodVisitor next) {
        super(API, next);
    }

    /**
     * The class with them.
     *
     * @param method for the internal name of the class and what writes one of its methods
     * @throws groovyjarjarasm.asm.MethodTooLargeException when a method, which nearly was without, is too large with them
     * @throws IllegalArgumentException when the class is of a newer Java than the library knows
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

    /** Writes the call here. */
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
