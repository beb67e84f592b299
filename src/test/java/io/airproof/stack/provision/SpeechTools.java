package io.airproof.stack.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The voices and the translator: given, on PATH, or from the package manager, all missing ones in one call. */
final class SpeechTools {

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
            String failure = packages.isEmpty() ? "" : new AptPackages(host, progress).install(packages);
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

    private String fix(String name, List<String> all) {
        if (host.onPath("apt-get").isPresent()) {
            return AptPackages.command(all);
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
