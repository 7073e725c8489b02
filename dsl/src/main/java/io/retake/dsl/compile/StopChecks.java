package io.retake.dsl.compile;

import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import groovyjarjarasm.asm.Type;
import io.retake.dsl.scope.Stop;
import io.retake.dsl.scope.StopPoints;

/** Inserts stop points into a script's methods: calls of {@link Stop}, also in place of Groovy's {@code sleep}. */
public final class StopChecks extends StopPoints {
    private static final String STOP = Type.getInternalName(Stop.class);
    private static final String SLEEPS = "org/codehaus/groovy/runtime/DefaultGroovyStaticMethods";
    private final Type type;

    private StopChecks(String type, MethodVisitor next) {
        super(next);
        this.type = Type.getObjectType(type);
    }

    /**
     * Returns the class with stop points.
     *
     * @throws groovyjarjarasm.asm.MethodTooLargeException when a method that was nearly too large exceeds the limit
     *     with them
     */
    static byte[] into(byte[] classFile) {
        return into(classFile, StopChecks::new);
    }

    @Override
    protected void ask() {
        super.visitLdcInsn(type);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, STOP, "check", "(Ljava/lang/Class;)V", false);
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
}
