package io.airproof.stack;

import io.airproof.stack.compose.Addresses;
import io.airproof.stack.compose.ComposeLaunch;
import io.airproof.stack.compose.Engine;
import io.airproof.stack.external.ExternalStack;
import io.airproof.stack.provision.Progress;
import io.airproof.stack.provision.Toolbox;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which stack a run uses: the system property {@value #PROPERTY}, {@code local} (default), {@code compose}, {@code
 * external}, or {@code auto}, which is compose where an engine answers and local elsewhere.
 */
public final class StackChoice {

    /** System property that names the stack. */
    public static final String PROPERTY = "stack";

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

    private final InetSocketAddress tapListen;
    private final Starter starter;

    /** Starts a stack of the chosen kind. */
    @FunctionalInterface
    private interface Starter {
        Stack start(Toolbox tools, Path runDir, URI tap, Progress progress);
    }

    private StackChoice(InetSocketAddress tapListen, Starter starter) {
        this.tapListen = tapListen;
        this.starter = starter;
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
            case "external" ->
                new StackChoice(
                        ExternalStack.tapListen().orElse(ANY_PORT),
                        (tools, runDir, tap, said) -> ExternalStack.reach(runDir, said));
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
        return new StackChoice(ANY_PORT, LocalStack::start);
    }

    private static StackChoice compose(Engine engine) {
        return new StackChoice(
                Addresses.tapListen(engine),
                (tools, runDir, tap, said) -> ComposeLaunch.start(tools, runDir, Addresses.of(engine, tap), said));
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
        return starter.start(tools, runDir, tap, progress);
    }
}
