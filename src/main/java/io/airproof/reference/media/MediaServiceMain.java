package io.airproof.reference.media;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.airproof.reference.media.av.LibAv;
import io.airproof.reference.media.http.HttpFace;
import io.airproof.reference.media.metrics.MediaMetrics;
import io.airproof.reference.media.settings.MediaSettings;
import io.airproof.reference.media.settings.SettingsException;
import io.airproof.reference.media.worker.Workers;
import io.javalin.Javalin;
import io.javalin.util.JavalinException;
import java.time.Duration;
import org.slf4j.LoggerFactory;

/** Starts the media-service: reads the environment, listens, and stops in order on SIGTERM. */
public final class MediaServiceMain {

    private static final String VERSION = "0.1.0";
    private static final int BAD_SETTINGS = 2;
    private static final int NO_START = 1;

    /** Contract 6.5: exit within 10 s of SIGTERM. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(8);

    /** Hooks and scrapes are some hundred bytes; MediaMTX itself gives up after 5 s (contract 8). */
    private static final Duration REQUEST_WITHIN = Duration.ofSeconds(10);

    private MediaServiceMain() {}

    public static void main(String[] arguments) {
        System.setProperty("SERVICE_NAME", "media-service");
        try {
            start(MediaSettings.from(System.getenv()));
        } catch (SettingsException e) {
            LoggerFactory.getLogger(MediaServiceMain.class)
                    .atError()
                    .addKeyValue("event", "bad_settings")
                    .log(e.getMessage());
            System.exit(BAD_SETTINGS);
        } catch (JavalinException e) {
            LoggerFactory.getLogger(MediaServiceMain.class)
                    .atError()
                    .addKeyValue("event", "no_start")
                    .log("the service cannot listen: {}", e.getMessage());
            System.exit(NO_START);
        }
    }

    private static void start(MediaSettings settings) {
        ((Logger) LoggerFactory.getLogger("io.airproof")).setLevel(Level.toLevel(settings.logLevel()));
        LibAv.quiet(false);
        MediaMetrics metrics = new MediaMetrics(VERSION);
        Workers workers = new Workers(settings, metrics);
        Javalin http = new HttpFace(workers, metrics, VERSION).start(settings.host(), settings.port(), REQUEST_WITHIN);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            workers.stop(STOP_WITHIN);
                            http.stop();
                            // The JVM would tell of the signal (143); the contract wants 0 for an orderly end.
                            Runtime.getRuntime().halt(0);
                        },
                        "stop"));
        LoggerFactory.getLogger(MediaServiceMain.class)
                .atInfo()
                .addKeyValue("event", "started")
                .log("media-service {} listens on {}:{}", VERSION, settings.host(), settings.port());
    }
}
