package io.airproof.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Ties a process, and all it starts, to the life of this JVM.
 *
 * <p>All stay in the session of this JVM where they can. Linux may share the processor between sessions first, and only then
 * between threads: the media-service with all its programmes would get no more of it than one decoder, and this JVM's
 * threads that step back ({@link Background}) as much as both.
 *
 * <p>The process is started by a shell that first leaves a watcher behind: a subshell that blocks on a pipe whose only
 * writer is this JVM. The shell then becomes the process itself, as leader of a group of its own, so that its pid and
 * exit code are those Java sees and a Ctrl-C in the terminal does not reach it. When the pipe closes, because it was
 * closed or because the JVM is gone in whatever way, the watcher sends the group SIGTERM and, after the grace,
 * SIGKILL. A zombie counts as ended: when it is reaped is the matter of its parent. Closing the pipe is the only way to stop
 * a tethered process, so the way taken after a kill −9 is the one taken every day.
 */
final class Tether {

    /** How often the watcher looks whether the group has ended, after the pipe has closed. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private static final String SCRIPT = """
            looks=$1; shift
            exec 3<&0 </dev/null
            (
              trap '' TERM INT HUP
              while read -r line; do :; done <&3
              signal() { kill -"$1" -$$ || kill -"$1" $$; }
              alive() {
                [ -r /proc/self/stat ] || { signal 0; return; }
                for stat in /proc/[0-9]*/stat; do
                  read -r line <"$stat" || continue
                  set -- ${line##*) }
                  [ "$1" != Z ] && { [ "$3" = $$ ] || [ "$stat" = /proc/$$/stat ]; } && return 0
                done
                return 1
              }
              signal TERM
              while [ "$looks" -gt 0 ] && alive; do sleep 0.05; looks=$((looks - 1)); done
              signal KILL
            ) >/dev/null 2>&1 &
            exec 3<&-
            if command -v perl >/dev/null; then
              PERL_BADLANG=0 exec perl -e 'delete $ENV{PERL_BADLANG}; setpgrp(0, 0); exec {$ARGV[0]} @ARGV; print STDERR "$ARGV[0]: $!\\n"; exit 127' "$@"
            fi
            if command -v setsid >/dev/null; then exec setsid "$@"; fi
            exec "$@"
            """;

    private Tether() {}

    /** The command that runs {@code command} on a tether; its standard input is the pipe. */
    static List<String> tie(List<String> command, Duration grace) {
        List<String> tied = new ArrayList<>(List.of("sh", "-c", SCRIPT, "tether"));
        tied.add(Long.toString(Math.max(1, grace.toMillis() / LOOK.toMillis())));
        tied.addAll(command);
        return tied;
    }
}
