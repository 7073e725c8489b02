package io.retake.dsl.compile;

import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import groovyjarjarasm.asm.Type;
import io.retake.dsl.scope.Stop;
import io.retake.dsl.scope.StopPoints;

/** The stop points of a script's methods: they call {@link Stop}, and so does what was Groovy's {@code sleep}. */
public final class StopChecks extends StopPoints {
    private static final String STOP = Type.getInternalName(Stop.class);
    private static final String SLEEPS = "org/codehaus/groovy/runtime/DefaultGroovyStaticMethods";
    private final Type type;

    private StopChecks(String type, MethodVisitor next) {
        super(next);
        this.type = Type.getObjectType(type);
    }

    /**
     * The class with them.
     *
     * @throws groovyjarjarasm.asm.MethodTooLargeException when a method, which nearly was without, is too large with them
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
