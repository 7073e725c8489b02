package io.retake.neural;

/** The network can't be run. */
final class NeuralException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NeuralException(String message, Throwable cause) {
        super(message, cause);
    }
}
