package io.airproof.report.site;

/** Names for files and anchors, made of what was written by others. */
final class Slug {
    private static final int LONGEST = 100;

    private Slug() {}

    /** Letters, digits, dots, dashes and underscores alone; never empty, never hidden, at most 100 characters. */
    static String of(String text) {
        String plain = text.replaceFirst("^features/", "").replaceAll("[^A-Za-z0-9._-]+", "-");
        String visible = plain.replaceFirst("^[.-]+", "");
        String named = visible.isEmpty() ? "unnamed" : visible;
        return named.length() <= LONGEST
                ? named
                : named.substring(0, LONGEST - 9) + "-" + String.format("%08x", text.hashCode());
    }
}
