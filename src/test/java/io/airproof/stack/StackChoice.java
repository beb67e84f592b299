package io.airproof.stack;

import io.airproof.stack.compose.Addresses;
import io.airproof.stack.compose.ComposeStack;
import io.airproof.stack.compose.Engine;
import io.airproof.stack.provision.Progress;
import io.airproof.stack.provision.Toolbox;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which stack a run uses: the system property {@value #PROPERTY}, {@code local} (default), {@code compose}, or {@code
 * auto}, which is compose where an engine answers and local elsewhere.
 */
public final class StackChoice {

    /** System property that names the stack. */
    public static final String PROPERTY = "stack";

    private final Kind kind;
    private final InetSocketAddress tapListen;

    private enum Kind {
        LOCAL,
        COMPOSE
    }

    private StackChoice(Kind kind, InetSocketAddress tapListen) {
        this.kind = kind;
        this.tapListen = tapListen;
    }

    /**
     * Reads the property, and looks for an engine where that matters.
     *
     * @throws StackStartException if it has another value, or there is no engine for compose; the message says what to do
     */
    public static StackChoice ofThisRun(Progress progress) {
        String wanted = System.getProperty(PROPERTY, "local");
        return switch (wanted) {
            case "local" -> local();
            case "compose" -> {
                Engine engine = Engine.ofThisMachine();
                engine.hindrance().ifPresent(why -> {
                    throw new StackStartException(why, false);
                });
                yield compose(engine);
            }
            case "auto" -> auto(progress);
            default ->
                throw new StackStartException(
                        "-Dstack=" + wanted + " is no stack: choose local, compose, external or auto.", false);
        };
    }

    private static StackChoice auto(Progress progress) {
        Engine engine = Engine.ofThisMachine();
        Optional<String> hindrance = engine.hindrance();
        progress.say(hindrance
                .map(why -> "stack: local, since compose cannot be used. " + why)
                .orElse("stack: compose, since a Docker engine answers"));
        return hindrance.isPresent() ? local() : compose(engine);
    }

    private static StackChoice local() {
        return new StackChoice(Kind.LOCAL, new InetSocketAddress("127.0.0.1", 0));
    }

    private static StackChoice compose(Engine engine) {
        return new StackChoice(Kind.COMPOSE, Addresses.tapListen(engine));
    }

    /** Where the tap is to listen, so that the media-service reaches it. */
    public InetSocketAddress tapListen() {
        return tapListen;
    }

    /**
     * Starts the stack; it may still load what it works with: see {@link Stack#awaitHealth()}.
     *
     * @param runDir a folder of this run alone
     * @param tap where the tap listens
     * @throws StackStartException when it does not start; nothing of it runs then
     */
    public Stack start(Toolbox tools, Path runDir, URI tap, Progress progress) {
        return switch (kind) {
            case LOCAL -> LocalStack.start(tools, runDir, tap, progress);
            case COMPOSE -> ComposeStack.start(tools, runDir, Addresses.of(Engine.ofThisMachine(), tap), progress);
        };
    }
}
