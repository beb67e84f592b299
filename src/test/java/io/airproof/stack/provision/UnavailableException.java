package io.airproof.stack.provision;

/** One way to a tool has failed for good; carries what to tell the user. */
final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient MissingTool tool;

    UnavailableException(String name, String reason, String fix) {
        super(name + ": " + reason);
        this.tool = new MissingTool(name, reason, fix);
    }

    MissingTool tool() {
        return tool;
    }
}
