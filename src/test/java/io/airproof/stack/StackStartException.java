package io.airproof.stack;

/** The stack could not be started; nothing of it runs. The message names the service, the cause and its last words. */
public final class StackStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean portTaken;

    /** @param portTaken whether other ports are worth a try */
    public StackStartException(String message, boolean portTaken) {
        super(message);
        this.portTaken = portTaken;
    }

    /** True when somebody took a port between its choice and its use, the one cause that is worth another try. */
    public boolean portTaken() {
        return portTaken;
    }
}
