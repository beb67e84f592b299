package io.airproof.stack.provision;

import io.airproof.process.CommandRunner;
import io.airproof.process.CommandSpec;
import io.airproof.process.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The voices and the translator: given, on PATH, or from the package manager, all missing ones in one call. */
final class SpeechTools {

    private static final Duration UPDATE = Duration.ofMinutes(3);
    private static final Duration INSTALL = Duration.ofMinutes(5);
    private static final Duration QUESTION = Duration.ofSeconds(5);
    private static final String MODE = "eng-spa.mode";

    private final Host host;
    private final Progress progress;

    SpeechTools(Host host, Progress progress) {
        this.host = host;
        this.progress = progress;
    }

    /** All of them, each present. */
    record Found(Path flite, Path espeakNg, Path apertium, Path apertiumModes) {}

    private enum Tool {
        FLITE("flite", "FLITE_BIN"),
        ESPEAK_NG("espeak-ng", "ESPEAK_NG_BIN"),
        APERTIUM("apertium", "APERTIUM_BIN");

        private final String program;
        private final String variable;

        Tool(String program, String variable) {
            this.program = program;
            this.variable = variable;
        }
    }

    /** What is missing goes to {@code missing}; the result is empty exactly when something was added there. */
    Optional<Found> provide(List<MissingTool> missing) {
        try {
            List<String> packages = missingPackages();
            String failure = packages.isEmpty() ? "" : install(packages);
            List<String> still = packages.isEmpty() ? packages : missingPackages();
            if (!still.isEmpty()) {
                still.forEach(name -> missing.add(new MissingTool(name, "not found; " + failure, fix(name, still))));
                return Optional.empty();
            }
            return Optional.of(new Found(
                    find(Tool.FLITE).orElseThrow(),
                    find(Tool.ESPEAK_NG).orElseThrow(),
                    find(Tool.APERTIUM).orElseThrow(),
                    modes().orElseThrow()));
        } catch (UnavailableException e) {
            missing.add(e.tool());
            return Optional.empty();
        }
    }

    private Optional<Path> find(Tool tool) {
        return host.given(tool.variable).or(() -> host.onPath(tool.program));
    }

    private Optional<Path> modes() {
        Stream<Path> beside = find(Tool.APERTIUM)
                .map(SpeechTools::real)
                .map(Path::getParent)
                .map(Path::getParent)
                .map(prefix -> prefix.resolve("share/apertium/modes"))
                .stream();
        return Stream.concat(beside, Stream.of(Path.of("/usr/share/apertium/modes")))
                .filter(folder -> Files.isRegularFile(folder.resolve(MODE)))
                .findFirst();
    }

    private static Path real(Path program) {
        try {
            return program.toRealPath();
        } catch (IOException e) {
            return program;
        }
    }

    private List<String> missingPackages() {
        List<String> packages = new ArrayList<>();
        for (Tool tool : Tool.values()) {
            if (find(tool).isEmpty()) {
                packages.add(tool.program);
            }
        }
        if (modes().isEmpty()) {
            packages.add("apertium-eng-spa");
        }
        return packages;
    }

    /** Installs the packages when that is allowed; what hindered it, in one line, or "". */
    private String install(List<String> packages) {
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

    private String fix(String name, List<String> all) {
        if (host.onPath("apt-get").isPresent()) {
            return "sudo apt-get update && sudo apt-get install -y --no-install-recommends " + String.join(" ", all);
        }
        if (host.isMac() && !name.startsWith("apertium")) {
            return "brew install " + name;
        }
        Map<String, String> variables =
                Map.of("flite", "FLITE_BIN", "espeak-ng", "ESPEAK_NG_BIN", "apertium", "APERTIUM_BIN");
        return "install " + name + ", and if it is not on PATH then, set "
                + Objects.requireNonNullElse(variables.get(name), "APERTIUM_BIN (its prefix holds the modes)");
    }
}
