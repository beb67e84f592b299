package io.airproof.reference.sts;

import io.airproof.reference.sts.dub.DubbingEngine;
import io.airproof.reference.sts.echo.EchoEngine;
import io.airproof.reference.sts.engine.Engine;
import io.airproof.reference.sts.settings.Profile;
import io.airproof.reference.sts.settings.SettingsException;
import io.airproof.reference.sts.settings.StsSettings;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program. Everything is set by the environment (contract 2.5). */
public final class StsMain {

    private static final Logger LOG = LoggerFactory.getLogger(StsMain.class);
    private static final int CANNOT_START = 1;
    private static final double PER_CENT = 100.0;

    private StsMain() {}

    /** Serves until a termination signal, then exits with 0; exits with 1 if it cannot start. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            StsSettings settings = StsSettings.read(System.getenv());
            Logs.start(settings.profile().serviceName(), settings.logLevel());
            serve(settings);
        } catch (SettingsException | IOException | CompletionException cannotStart) {
            System.err.println("The STS cannot start: " + reason(cannotStart));
            Runtime.getRuntime().halt(CANNOT_START);
        }
    }

    /** What every link of the chain of causes says: a library's first words are often its emptiest. */
    private static String reason(Throwable problem) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
                .filter(link -> !(link instanceof CompletionException))
                .map(link -> link.getMessage() == null ? link.toString() : link.getMessage())
                .distinct()
                .collect(Collectors.joining(": "));
    }

    private static void serve(StsSettings settings) throws IOException, InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        StsServer server = StsServer.start(settings, engine(settings));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            LOG.atInfo().addKeyValue("event", "stopping").log("stopping");
                            server.close();
                            stopped.countDown();
                            Runtime.getRuntime().halt(0);
                        },
                        "sts-stop"));
        LOG.atInfo()
                .addKeyValue("event", "listening")
                .log("profile {} on {}:{}", settings.profile(), settings.host(), server.port());
        server.whenReady().join();
        LOG.atInfo().addKeyValue("event", "ready").log("ready to work");
        stopped.await();
    }

    private static Engine engine(StsSettings settings) throws IOException {
        return settings.profile() == Profile.ECHO
                ? new EchoEngine(settings.echoDelay())
                : DubbingEngine.start(
                        settings.espeakNg(),
                        settings.apertium(),
                        settings.apertiumModes(),
                        settings.searchPath(),
                        settings.maxPace() / PER_CENT);
    }
}
