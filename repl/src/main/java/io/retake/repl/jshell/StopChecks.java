package io.retake.repl.jshell;

import groovyjarjarasm.asm.ClassReader;
import groovyjarjarasm.asm.ClassVisitor;
import groovyjarjarasm.asm.ClassWriter;
import groovyjarjarasm.asm.Label;
import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes calls of {@link Halt#check} into compiled snippets: at the start of each method, and before each jump back. A
 * call without arguments or result changes neither stack nor frames. The library is the one that Groovy brings along.
 */
final class StopChecks {
    private static final int API = Opcodes.ASM9;
    private static final String HALT = Halt.class.getName().replace('.', '/');

    private StopChecks() {}

    /** The class with them; as it was, when it is of a newer Java than the library knows. */
    static byte[] into(byte[] classFile) {
        try {
            ClassReader reader = new ClassReader(classFile);
            ClassWriter writer = new ClassWriter(reader, 0);
            reader.accept(
                    new ClassVisitor(API, writer) {
                        @Override
                        public MethodVisitor visitMethod(
                                int access,
                                String name,
                                String descriptor,
                                @Nullable String signature,
                                String @Nullable [] exceptions) {
                            return new Checked(super.visitMethod(access, name, descriptor, signature, exceptions));
                        }
                    },
                    0);
            return writer.toByteArray();
        } catch (IllegalArgumentException newer) {
            return classFile;
        }
    }

    /** A method that asks. */
    private static final class Checked extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        Checked(MethodVisitor next) {
            super(API, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            check();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                check();
            }
            super.visitJumpInsn(opcode, target);
        }

        private void check() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, HALT, "check", "()V", false);
        }
    }
}
