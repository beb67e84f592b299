package io.airproof.stack;

import io.airproof.process.ChildProcess;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A service that the suite has started on this machine. */
final class LocalProcess extends ServiceProcess {

    private final ChildProcess process;

    LocalProcess(ChildProcess process, int servicePort) {
        super(servicePort);
        this.process = process;
    }

    @Override
    public void terminate() {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
    }

    @Override
    public CompletableFuture<Integer> exit() {
        return process.exit();
    }

    @Override
    public long children() {
        return ProcessHandle.of(process.pid())
                .map(handle -> handle.descendants().count())
                .orElse(0L);
    }

    @Override
    protected List<String> lines(String name) throws IOException {
        return Files.readAllLines(proc().resolve(name));
    }

    @Override
    protected List<String> descriptors() throws IOException {
        List<String> all = new ArrayList<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(proc().resolve("fd"))) {
            for (Path descriptor : descriptors) {
                try {
                    all.add(Files.readSymbolicLink(descriptor).toString());
                } catch (IOException e) {
                    // Closed between the listing and the look: it is not held any more.
                }
            }
        }
        return List.copyOf(all);
    }

    private Path proc() {
        return Path.of("/proc", Long.toString(process.pid()));
    }
}
