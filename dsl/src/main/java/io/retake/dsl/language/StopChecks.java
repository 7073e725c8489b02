package io.retake.dsl.language;

import groovyjarjarasm.asm.ClassReader;
import groovyjarjarasm.asm.ClassVisitor;
import groovyjarjarasm.asm.ClassWriter;
import groovyjarjarasm.asm.Label;
import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import groovyjarjarasm.asm.Type;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes calls of {@link Stop} into a script's compiled classes: at the start of each method, before each jump back, and
 * in the place of Groovy's {@code sleep}. They change neither locals nor frames.
 */
final class StopChecks {
    private static final int API = Opcodes.ASM9;
    private static final String STOP = Type.getInternalName(Stop.class);
    private static final String SLEEPS = "org/codehaus/groovy/runtime/DefaultGroovyStaticMethods";

    private StopChecks() {}

    /**
     * The class with them.
     *
     * @throws groovyjarjarasm.asm.MethodTooLargeException when a method, which nearly was without, is too large with them
     */
    static byte[] into(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        Type type = Type.getObjectType(reader.getClassName());
        reader.accept(
                new ClassVisitor(API, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return new Checked(type, super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** A method that asks. */
    private static final class Checked extends MethodVisitor {
        private final Type type;
        private final Set<Label> passed = new HashSet<>();

        Checked(Type type, MethodVisitor next) {
            super(API, next);
            this.type = type;
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

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean inInterface) {
            if (owner.equals(SLEEPS) && name.equals("sleep")) {
                super.visitLdcInsn(type);
                String asking = descriptor.replace(")V", "Ljava/lang/Class;)V");
                super.visitMethodInsn(Opcodes.INVOKESTATIC, STOP, name, asking, false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, inInterface);
            }
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(stack + 1, locals);
        }

        private void check() {
            super.visitLdcInsn(type);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, STOP, "check", "(Ljava/lang/Class;)V", false);
        }
    }
}
