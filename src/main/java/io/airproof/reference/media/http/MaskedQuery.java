package io.airproof.reference.media.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The query of a broadcaster as it may be logged: values of secrets are masked (contract 3.1). MediaMTX hands a query to
 * its hook with every special character escaped, so {@code pass=x} may come as {@code pass%3Dx}.
 */
final class MaskedQuery {

    private static final String MASK = "***";
    private static final Set<String> SECRETS = Set.of("pass", "password", "token", "key");

    /** A query that is still escaped after so many times is nothing anybody meant. */
    private static final int MOST_ESCAPES = 3;

    private MaskedQuery() {}

    /** The query, unescaped if it came escaped as a whole. */
    static String of(String query) {
        return masked(query, 0);
    }

    private static String masked(String query, int unescaped) {
        return Arrays.stream(query.split("&", -1))
                .map(part -> part(part, unescaped))
                .collect(Collectors.joining("&"));
    }

    private static String part(String part, int unescaped) {
        int sign = part.indexOf('=');
        try {
            if (sign >= 0) {
                String name = URLDecoder.decode(part.substring(0, sign), StandardCharsets.UTF_8);
                return SECRETS.contains(name.strip().toLowerCase(Locale.ROOT))
                        ? part.substring(0, sign) + "=" + MASK
                        : part;
            }
            if (!part.contains("%")) {
                return part;
            }
            return unescaped < MOST_ESCAPES
                    ? masked(URLDecoder.decode(part, StandardCharsets.UTF_8), unescaped + 1)
                    : MASK;
        } catch (IllegalArgumentException e) {
            // Escaped in a way that nobody can read: it may be anything.
            return MASK;
        }
    }
}
