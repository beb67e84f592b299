package io.airproof.report.site;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Covers what looks like a secret, before anything of a log or an error is shown. Text within JSON, also within JSON in a
 * text of JSON, stays JSON.
 */
final class Mask {
    private static final String COVER = "•••";

    /** A quotation mark, also one within JSON or XML. */
    private static final String QUOTE = "(?:\\\\*\"|&quot;|&#34;)?";

    /** Words of JSON, lists and objects, and numbers of JSON, such as those of "max_tokens". */
    private static final String NO_SECRET =
            "(?!null\\b|true\\b|false\\b|[\\[{]|(?<=\"\\s{0,2}:\\s{0,2})\\d+(?:\\.\\d+)?\\s*[,}\\]])";

    /** Each begins with what is rare, since texts of many megabytes are looked through. */
    private static final List<Pattern> NAMED = List.of(
            Pattern.compile("(?i)((?:password|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key"
                    + "|credential|private[_-]?key)[\\w.-]*" + QUOTE + "\\s*[=:]\\s*" + QUOTE + ")" + NO_SECRET
                    + "([^\\s\"\\\\,;&}]{3,})"),
            Pattern.compile("(?i)(\\bauthorization" + QUOTE + "\\s*[=:]\\s*" + QUOTE
                    + "(?:bearer|basic)?\\s*)([^\\s\"\\\\,;&}]{6,})"),
            Pattern.compile("(?i)(\\bbearer\\s+)([A-Za-z0-9._~+/-]{8,}=*)"),
            Pattern.compile("(://[^\\s/:@]+:)([^\\s/@]+)(?=@)"));

    private static final List<Pattern> BY_FORM = List.of(
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)"),
            Pattern.compile("\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]{8,}"),
            Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
            Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{20,}\\b"));

    private Mask() {}

    /** The text with secrets covered. */
    static String secrets(String text) {
        String masked = text;
        for (Pattern form : BY_FORM) {
            masked = form.matcher(masked).replaceAll(COVER);
        }
        for (Pattern named : NAMED) {
            masked = named.matcher(masked).replaceAll("$1" + COVER);
        }
        return masked;
    }
}
