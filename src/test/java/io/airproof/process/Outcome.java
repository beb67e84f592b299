package io.airproof.process;

import java.util.List;

/**
 * How a short command ended.
 *
 * @param exitCode 0 when it says it did well; {@link #TIMED_OUT} when it was ended for taking too long
 * @param stdout all it wrote to standard output, as UTF-8
 * @param stderr all it wrote to standard error, as UTF-8
 */
public record Outcome(int exitCode, String stdout, String stderr) {

    /** The exit code of a command that took too long, as the timeout command has it. */
    public static final int TIMED_OUT = 124;

    /** True for exit code 0. */
    public boolean ok() {
        return exitCode == 0;
    }

    /** The last words on standard error, or on standard output when there were none. */
    public String lastWords(int lines) {
        String text = stderr.isBlank() ? stdout : stderr;
        List<String> all = text.lines().filter(line -> !line.isBlank()).toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }
}
