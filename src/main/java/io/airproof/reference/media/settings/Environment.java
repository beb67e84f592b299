package io.airproof.reference.media.settings;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads typed values from variables; an empty variable counts as unset. */
final class Environment {

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    String text(String name, String otherwise) {
        return value(name).orElse(otherwise);
    }

    String text(String name, String otherwise, int shortest, int longest) {
        String text = text(name, otherwise);
        if (text.length() < shortest || text.length() > longest) {
            throw wrong(name, text, "%d to %d characters".formatted(shortest, longest));
        }
        return text;
    }

    String url(String name, String otherwise, List<String> schemes) {
        String text = text(name, otherwise);
        if (schemes.stream().noneMatch(text::startsWith)) {
            throw wrong(name, text, "an address that starts with " + String.join(" or ", schemes));
        }
        return text;
    }

    URI uri(String name, String otherwise, List<String> schemes) {
        String text = url(name, otherwise, schemes);
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below, together with what has no host.
        }
        throw wrong(name, text, "an address with a host, such as " + otherwise);
    }

    int integer(String name, int otherwise, int least, int most) {
        Optional<String> text = value(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, together with what is out of range.
        }
        throw wrong(name, text.get(), "a whole number from %d to %d".formatted(least, most));
    }

    boolean flag(String name, boolean otherwise) {
        String text = text(name, Boolean.toString(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(name, text, "true or false");
        }
        return text.equals("true");
    }

    /** The certificates in a PEM file; none if the variable is not set. */
    List<X509Certificate> certificates(String name) {
        Optional<String> file = value(name);
        if (file.isEmpty()) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(Path.of(file.get()))) {
            List<X509Certificate> all = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!all.isEmpty()) {
                return all;
            }
        } catch (IOException | InvalidPathException | CertificateException e) {
            // Told below, together with a file that has none.
        }
        throw wrong(name, file.get(), "a file of certificates in PEM that can be read");
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static SettingsException wrong(String name, String value, String allowed) {
        return new SettingsException("%s is \"%s\"; it has to be %s".formatted(name, value, allowed));
    }
}
