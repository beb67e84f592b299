package io.airproof.world;

import java.util.regex.Pattern;

/** What no log may hold (contract dubbing §9): audio, credentials, keys. */
final class Disclosure {

    private static final Pattern SECRET = Pattern.compile(
            "(?i)\\b(?:pass|password|passwd|token|key|api_?key|secret|authorization)\\b[\\\\\"']*\\s*[=:]\\s*[\\\\\"']*(?!\\*\\*\\*)[^\\s\\\\\"'&,}*]");

    /** Longer than any id, and than any sentence without a blank (DUB-119). */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{201,}");

    private Disclosure() {}

    /** Whether a line holds the value of a credential or key; a masked one is none. */
    static boolean ofSecret(String line) {
        return SECRET.matcher(line).find();
    }

    /** Whether a line holds audio: an unbroken run of more than 200 characters of base64. */
    static boolean ofAudio(String line) {
        return BASE64.matcher(line).find();
    }
}
