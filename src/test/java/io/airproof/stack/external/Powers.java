package io.airproof.stack.external;

import io.airproof.stack.ServiceLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a deployment lets the suite do, and tells of itself beyond its addresses.
 *
 * @param settings {@code media-service.env.<NAME>}: variables of the media-service (contract dubbing §2.4) as they are set
 * @param restartMediaServer {@code power.restart-mediamtx}: a shell command that ends MediaMTX and starts it again
 * @param logs {@code log.<service>}: files that the services write to
 */
record Powers(Map<String, String> settings, Optional<String> restartMediaServer, List<ServiceLog> logs) {

    private static final String SETTING = "media-service.env.";
    private static final String RESTART = "power.restart-mediamtx";
    private static final String LOG = "log.";

    Powers {
        settings = Map.copyOf(settings);
        logs = List.copyOf(logs);
    }

    /** Whether a name in the file is one of these. */
    static boolean isPower(String name) {
        return name.startsWith(SETTING) || name.equals(RESTART) || name.startsWith(LOG);
    }

    static Powers of(Properties properties) {
        return new Powers(
                below(SETTING, properties),
                Optional.ofNullable(properties.getProperty(RESTART))
                        .map(String::strip)
                        .filter(command -> !command.isEmpty()),
                below(LOG, properties).entrySet().stream()
                        .map(log -> new ServiceLog(log.getKey(), Path.of(log.getValue())))
                        .toList());
    }

    private static Map<String, String> below(String prefix, Properties properties) {
        Map<String, String> found = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> found.put(
                        name.substring(prefix.length()),
                        properties.getProperty(name).strip()));
        return found;
    }

    /** Whether the media-service runs with these settings as it is. */
    boolean has(Map<String, String> wanted) {
        return settings.entrySet().containsAll(wanted.entrySet());
    }
}
