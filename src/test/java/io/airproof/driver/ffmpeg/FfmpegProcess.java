package io.airproof.driver.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One running ffmpeg: input and output as pipes, messages read as they come and the last of them kept for error texts.
 * Closing it ends the program, whatever it is doing.
 */
public final class FfmpegProcess implements AutoCloseable {

    /** As many message lines as help to understand a failure. */
    private static final int LAST_WORDS_LINES = 12;

    private static final Duration PATIENCE_AFTER_TERM = Duration.ofMillis(500);
    private static final Duration PATIENCE_FOR_WORDS = Duration.ofSeconds(1);

    private final String name;
    private final Process process;
    private final CompletableFuture<Integer> ended;
    private final Thread wordsReader;
    private final Deque<String> lastWords = new ArrayDeque<>();
    private final List<Consumer<String>> listeners = new ArrayList<>();

    private FfmpegProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.ended = process.onExit().thenApply(Process::exitValue);
        this.wordsReader = thread("words", this::readWords);
    }

    static FfmpegProcess start(String name, Path executable, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.addAll(List.of("-hide_banner", "-nostdin"));
        command.addAll(arguments);
        try {
            FfmpegProcess process = new FfmpegProcess(name, new ProcessBuilder(command).start());
            process.wordsReader.start();
            return process;
        } catch (IOException e) {
            throw new FfmpegException(
                    "%s cannot be started (for: %s): %s".formatted(executable, name, e.getMessage()), e);
        }
    }

    /** The program's standard input. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** The program's standard output. */
    public InputStream output() {
        return process.getInputStream();
    }

    /** Completes with the exit code when the program has ended. */
    public CompletableFuture<Integer> ended() {
        return ended;
    }

    /** Calls a listener with every message line from the first on, on the thread that reads them. */
    public void onWords(Consumer<String> listener) {
        synchronized (lastWords) {
            lastWords.forEach(listener);
            listeners.add(listener);
        }
    }

    /** What the program said last, on one line. */
    public String lastWords() {
        if (!process.isAlive()) {
            join(wordsReader, PATIENCE_FOR_WORDS);
        }
        synchronized (lastWords) {
            return lastWords.isEmpty() ? "(it said nothing)" : String.join(" | ", lastWords);
        }
    }

    <T> T feedAndDrain(Feed input, Drain<T> drain, Duration deadline) {
        thread("feed", () -> feed(input)).start();
        FutureTask<T> collect = new FutureTask<>(() -> drain.readFrom(output()));
        thread("collect", collect).start();
        long until = System.nanoTime() + deadline.toNanos();
        try {
            T got = collect.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            int code = ended().get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (code != 0) {
                throw new FfmpegException("ffmpeg failed (%s, exit code %d): %s".formatted(name, code, lastWords()));
            }
            return got;
        } catch (TimeoutException e) {
            throw new FfmpegException(
                    "ffmpeg took longer than %d s (%s): %s".formatted(deadline.toSeconds(), name, lastWords()), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UndecodableException refused) {
                throw refused;
            }
            throw new FfmpegException("ffmpeg broke off (%s): %s".formatted(name, lastWords()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FfmpegException("ffmpeg was interrupted (%s)".formatted(name), e);
        }
    }

    private void feed(Feed feed) {
        try (OutputStream out = input()) {
            feed.writeTo(out);
        } catch (IOException e) {
            // The program closed its input: it has read enough or has failed, and then its exit code tells.
        }
    }

    private void readWords() {
        try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                hear(line.strip());
            }
        } catch (IOException | UncheckedIOException e) {
            // The program was ended while it spoke.
        }
    }

    private void hear(String line) {
        synchronized (lastWords) {
            if (lastWords.size() == LAST_WORDS_LINES) {
                lastWords.removeFirst();
            }
            lastWords.addLast(line);
            listeners.forEach(listener -> listener.accept(line));
        }
    }

    private Thread thread(String role, Runnable work) {
        Thread thread = new Thread(work, "ffmpeg-" + name + "-" + role);
        thread.setDaemon(true);
        return thread;
    }

    private static void join(Thread thread, Duration patience) {
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the program: asks first, then kills. Does nothing if it has ended. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        process.destroy();
        boolean ended = false;
        try {
            ended = process.waitFor(PATIENCE_AFTER_TERM.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            process.destroyForcibly();
        }
    }
}
