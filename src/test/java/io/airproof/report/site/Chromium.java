package io.airproof.report.site;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser without a window. Playwright downloads nothing: what the machine has is used. */
final class Chromium implements AutoCloseable {
    private static final String GIVEN = "CHROMIUM_BIN";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts what is on PATH; where there is none, the test is not run and says why. */
    static Chromium start() {
        Optional<Path> program = Optional.ofNullable(System.getenv(GIVEN))
                .map(Path::of)
                .or(() -> NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst());
        Assumptions.assumeTrue(
                program.isPresent(),
                "not run here: there is no Chromium. Install one (apt-get install chromium), or set " + GIVEN + ".");
        Optional<Path> node = onPath("node");
        Assumptions.assumeTrue(
                node.isPresent(), "not run here: Playwright needs Node. Install it (apt-get install nodejs).");
        return start(program.orElseThrow(), node.orElseThrow());
    }

    /** Starts this one. */
    static Chromium start(Path program, Path node) {
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", node.toString())));
        try {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(List.of("--no-sandbox", "--autoplay-policy=no-user-gesture-required")));
            return new Chromium(playwright, browser);
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
