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
final class LocalProcess implements ServiceProcess, ProcFolder {

    private final ChildProcess process;
    private final ProcLook look;

    LocalProcess(ChildProcess process, int servicePort) {
        this.process = process;
        this.look = new ProcLook(this, servicePort);
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
    public long sockets() throws IOException {
        return look.sockets();
    }

    @Override
    public long memory() throws IOException {
        return look.memory();
    }

    @Override
    public long openFiles() throws IOException {
        return look.openFiles();
    }

    @Override
    public List<String> lines(String name) throws IOException {
        return Files.readAllLines(proc().resolve(name));
    }

    @Override
    public List<String> descriptors() throws IOException {
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
