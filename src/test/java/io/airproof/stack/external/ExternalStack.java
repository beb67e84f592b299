package io.airproof.stack.external;

import io.airproof.evidence.NotRunHereException;
import io.airproof.process.CommandRunner;
import io.airproof.process.CommandSpec;
import io.airproof.process.Outcome;
import io.airproof.stack.ServiceLog;
import io.airproof.stack.Stack;
import io.airproof.stack.StackStartException;
import io.airproof.stack.StsKind;
import io.airproof.stack.provision.Progress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A deployment that somebody else runs. */
public final class ExternalStack implements Stack {

    /** System property that names the file with its addresses. */
    public static final String FILE = "stack.file";

    private static final Duration RESTART = Duration.ofSeconds(15);
    private static final int LAST_WORDS = 5;

    private final ExternalSettings settings;
    private final Path runDir;

    private ExternalStack(ExternalSettings settings, Path runDir) {
        this.settings = settings;
        this.runDir = runDir;
    }

    /**
     * Reads where the tap is to listen.
     *
     * @throws StackStartException if no file is named, or it is not as it should be
     */
    public static Optional<InetSocketAddress> tapListen() {
        return read().tapListen();
    }

    /**
     * Checks that everything is where the file says.
     *
     * @throws StackStartException with the table of what answered, if not all did
     */
    public static ExternalStack reach(Path runDir, Progress progress) {
        ExternalSettings settings = read();
        List<AddressCheck.Row> rows = AddressCheck.of(settings);
        String table = AddressCheck.table(rows);
        if (!rows.stream().allMatch(AddressCheck.Row::good)) {
            throw new StackStartException(
                    "The deployment in " + System.getProperty(FILE, "") + " does not answer as it should:\n" + table
                            + "Correct the addresses, or start what is not there.",
                    false);
        }
        progress.say("the deployment answers:\n" + table
                + settings.tapListen()
                        .map(listen -> "  the tap listens at " + listen.getHostString() + ":" + listen.getPort())
                        .orElse("  no tap.listen: what needs the wire between media-service and STS is not run"));
        return new ExternalStack(settings, runDir.toAbsolutePath());
    }

    private static ExternalSettings read() {
        String file = System.getProperty(FILE, "");
        if (file.isBlank()) {
            throw new StackStartException(
                    "-Dstack=external needs -D" + FILE + "=<file> with the addresses of the deployment; see README.md.",
                    false);
        }
        return ExternalSettings.read(Path.of(file));
    }

    @Override
    public String name() {
        return "external";
    }

    @Override
    public URI rtmp() {
        return settings.rtmp();
    }

    @Override
    public URI rtsp() {
        return settings.rtsp();
    }

    @Override
    public URI mediaMtxApi() {
        return settings.api();
    }

    @Override
    public URI mediaService() {
        return settings.mediaService();
    }

    @Override
    public boolean has(StsKind kind) {
        return settings.sts().containsKey(kind);
    }

    @Override
    public URI sts(StsKind kind) {
        URI address = settings.sts().get(kind);
        if (address == null) {
            throw new NotRunHereException(
                    "asking an STS of the profile " + kind.name().toLowerCase(Locale.ROOT), name());
        }
        return address;
    }

    @Override
    public boolean isTapped() {
        return settings.tapListen().isPresent();
    }

    @Override
    public Duration gracePeriod() {
        return settings.gracePeriod();
    }

    @Override
    public Path runDir() {
        return runDir;
    }

    @Override
    public List<ServiceLog> logs() {
        return settings.powers().logs();
    }

    /** Itself, where the deployment says that its media-service runs with these settings. */
    @Override
    public Stack with(Map<String, String> wanted) {
        return settings.powers().has(wanted) ? this : Stack.super.with(wanted);
    }

    @Override
    public void restartMediaServer() {
        String command = settings.powers().restartMediaServer().orElse("");
        if (command.isEmpty()) {
            Stack.super.restartMediaServer();
        }
        Outcome outcome = CommandRunner.run(CommandSpec.of("restart of MediaMTX", "sh", "-c", command), RESTART);
        if (!outcome.ok()) {
            throw new StackStartException(
                    "power.restart-mediamtx failed (%s): exit code %d. %s"
                            .formatted(command, outcome.exitCode(), outcome.lastWords(LAST_WORDS)),
                    false);
        }
        List<AddressCheck.Row> rows = AddressCheck.of(settings);
        if (!rows.stream().allMatch(AddressCheck.Row::good)) {
            throw new StackStartException(
                    "After power.restart-mediamtx the deployment does not answer:\n" + AddressCheck.table(rows), false);
        }
    }

    @Override
    public void close() {
        // Nothing of it was started here.
    }
}
