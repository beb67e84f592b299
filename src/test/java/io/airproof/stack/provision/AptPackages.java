package io.airproof.stack.provision;

import io.airproof.process.CommandRunner;
import io.airproof.process.CommandSpec;
import io.airproof.process.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The package manager of Debian and its kin, used where that needs no password. */
final class AptPackages {

    private static final Duration UPDATE = Duration.ofMinutes(3);
    private static final Duration INSTALL = Duration.ofMinutes(5);
    private static final Duration QUESTION = Duration.ofSeconds(5);

    private final Host host;
    private final Progress progress;

    AptPackages(Host host, Progress progress) {
        this.host = host;
        this.progress = progress;
    }

    /** Installs the packages when that is allowed; what hindered it, in one line, or "". */
    String install(List<String> packages) {
        Optional<Path> apt = host.onPath("apt-get");
        if (apt.isEmpty()) {
            return "and this machine has no apt-get to install it with";
        }
        Optional<List<String>> rights = rights();
        if (rights.isEmpty()) {
            return "and neither root nor password-less sudo is there to install it with";
        }
        progress.say("installing " + String.join(" ", packages) + " with apt-get, about half a minute …");
        List<String> aptGet = new ArrayList<>(rights.get());
        aptGet.addAll(List.of("env", "DEBIAN_FRONTEND=noninteractive", apt.get().toString()));
        aptGet.addAll(List.of("-q", "-o", "DPkg::Lock::Timeout=120"));
        Outcome update = run(aptGet, List.of("update"), UPDATE);
        List<String> install = new ArrayList<>(List.of("install", "-y", "--no-install-recommends"));
        install.addAll(packages);
        Outcome outcome = run(aptGet, install, INSTALL);
        if (outcome.ok()) {
            return "";
        }
        Outcome cause = update.ok() ? outcome : update;
        return "and apt-get said: " + cause.lastWords(1);
    }

    /** The command that a person with the right to do so would type. */
    static String command(List<String> packages) {
        return "sudo apt-get update && sudo apt-get install -y --no-install-recommends " + String.join(" ", packages);
    }

    /** The prefix that gives apt-get its rights: nothing for root, sudo where it asks no password. */
    private Optional<List<String>> rights() {
        if (CommandRunner.run(CommandSpec.of("id", "id", "-u"), QUESTION)
                .stdout()
                .strip()
                .equals("0")) {
            return Optional.of(List.of());
        }
        return host.onPath("sudo")
                .filter(sudo -> CommandRunner.run(CommandSpec.of("sudo", sudo.toString(), "-n", "true"), QUESTION)
                        .ok())
                .map(sudo -> List.of(sudo.toString(), "-n"));
    }

    private static Outcome run(List<String> prefix, List<String> arguments, Duration limit) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(arguments);
        return CommandRunner.run(new CommandSpec("apt-get", command, Map.of(), Optional.empty()), limit);
    }
}
