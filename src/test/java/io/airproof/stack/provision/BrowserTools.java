package io.airproof.stack.provision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A browser to try the pages of the report in, and what drives it: given ({@code CHROMIUM_BIN}, {@code NODE_BIN}), on PATH,
 * or from the package manager. No run of the features needs them.
 */
public final class BrowserTools {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    private final Host host;
    private final Progress progress;

    BrowserTools(Host host, Progress progress) {
        this.host = host;
        this.progress = progress;
    }

    /** For this machine, with the settings of this process. */
    public static BrowserTools standard(Progress progress) {
        return new BrowserTools(Host.current(), progress);
    }

    /**
     * What was found or installed.
     *
     * @param chromium the browser
     * @param node the program that Playwright is run with
     */
    public record Found(Path chromium, Path node) {}

    /**
     * Both of them.
     *
     * @throws MissingToolsException naming what could not be had, with the fix
     */
    public Found provide() {
        List<String> packages = missingPackages();
        String hindrance = packages.isEmpty() ? "" : new AptPackages(host, progress).install(packages);
        List<String> still = missingPackages();
        if (!still.isEmpty()) {
            throw new MissingToolsException(still.stream()
                    .map(name -> new MissingTool(name, "not found; " + hindrance, AptPackages.command(still)))
                    .toList());
        }
        return new Found(chromium().orElseThrow(), node().orElseThrow());
    }

    private List<String> missingPackages() {
        List<String> packages = new ArrayList<>();
        if (chromium().isEmpty()) {
            packages.add("chromium");
        }
        if (node().isEmpty()) {
            packages.add("nodejs");
        }
        return packages;
    }

    private Optional<Path> chromium() {
        return host.given("CHROMIUM_BIN").or(() -> BROWSERS.stream()
                .flatMap(name -> host.onPath(name).stream())
                .findFirst());
    }

    private Optional<Path> node() {
        return host.given("NODE_BIN").or(() -> host.onPath("node"));
    }
}
