package io.airproof.stack.provision;

import java.util.List;
import java.util.stream.Collectors;

/** Says everything that is missing at once, each with its fix. */
public final class MissingToolsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<MissingTool> missing;

    MissingToolsException(List<MissingTool> missing) {
        super(missing.stream()
                .map(tool -> "\n  " + tool.name() + ": " + tool.reason() + "\n    fix: " + tool.fix())
                .collect(Collectors.joining("", "Tools are missing, nothing was started:", "")));
        this.missing = List.copyOf(missing);
    }

    /** What is missing, at least one. */
    public List<MissingTool> missing() {
        return missing;
    }
}
