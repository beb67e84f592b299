package io.airproof.stack.compose;

import io.airproof.process.CommandRunner;
import io.airproof.process.CommandSpec;
import io.airproof.stack.StackStartException;
import io.airproof.stack.provision.Progress;
import io.airproof.stack.provision.ProjectFolder;
import io.airproof.stack.provision.Toolbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The images of the two projects, made of the classes that this checkout has compiled and of the provisioned MediaMTX.
 * Their tag is a digest of all that goes in, so equal sources are built once.
 */
final class Images {

    private static final Duration BUILD = Duration.ofMinutes(10);
    private static final Duration IMPORT = Duration.ofMinutes(2);
    private static final String PROGRAM = "airproof/program:";
    /** Images of so many states of the code are kept, the newest: 1.2 GB each, with layers in common. */
    private static final int KEPT = 3;

    /** A tag that is a digest; others are not ours to remove. */
    private static final Pattern OURS = Pattern.compile(".*:[0-9a-f]{12}");

    private static final List<String> BUILT = List.of("mediamtx", "media-service", "sts-service");

    private final DockerCli docker;
    private final Toolbox tools;
    private final Path project;
    private final Progress progress;

    Images(DockerCli docker, Toolbox tools, Progress progress) {
        this.docker = docker;
        this.tools = tools;
        this.progress = progress;
        this.project = ProjectFolder.find(Path.of(""), "compose/media/docker-compose.e2e.yml")
                .map(file -> file.resolve("../../..").normalize())
                .orElseThrow(() -> new StackStartException(
                        "compose/media was not found: run the suite in the folder of the project", false));
    }

    /** The compose file of a project, "media" or "sts". */
    Path composeFile(String name) {
        return project.resolve("compose").resolve(name).resolve("docker-compose.e2e.yml");
    }

    /**
     * Builds what is not there yet.
     *
     * @return the tag of all images
     * @throws StackStartException if that fails, with what docker said
     */
    String make(Path workshop) {
        try {
            String tag = digest();
            boolean there = BUILT.stream()
                    .allMatch(name -> docker.run(DockerCli.QUESTION, "image", "inspect", "airproof/" + name + ":" + tag)
                            .ok());
            if (!there) {
                progress.say("building the images of the two projects …");
                importProgram(tag, workshop);
                for (String name : List.of("sts", "media")) {
                    build(composeFile(name), Map.of("IMAGE_TAG", tag, "PROGRAM", PROGRAM + tag));
                }
                makeRoom(tag);
            }
            return tag;
        } catch (IOException e) {
            throw new StackStartException("The images cannot be prepared in " + workshop + ": " + e, false);
        }
    }

    /**
     * Images of older states of the code go; those that a container uses stay, which docker sees to. An image that is the
     * same as an earlier one has the age of that: the newest name is kept whatever docker takes for the oldest.
     */
    private void makeRoom(String newest) {
        for (String name : Stream.concat(BUILT.stream(), Stream.of("program")).toList()) {
            List<String> old =
                    docker.lines("image", "ls", "airproof/" + name, "--format", "{{.Repository}}:{{.Tag}}").stream()
                            .filter(image -> OURS.matcher(image).matches())
                            .filter(image -> !image.endsWith(":" + newest))
                            .skip(KEPT - 1L)
                            .toList();
            for (String image : old) {
                docker.run(DockerCli.QUESTION, "image", "rm", image);
            }
        }
    }

    private void build(Path file, Map<String, String> env) {
        DockerCli.must(
                docker.run(BUILD, env, List.of("compose", "-f", DockerCli.file(file), "build")),
                BUILD,
                "docker compose -f " + file + " build");
    }

    /** An image with the programs where the Dockerfiles expect them. */
    private void importProgram(String tag, Path workshop) throws IOException {
        Path lib = Files.createDirectories(workshop.resolve("app/lib"));
        Path bin = Files.createDirectories(workshop.resolve("app/bin"));
        for (Path jar : libraries()) {
            Files.copy(jar, lib.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        jar(project.resolve("target/classes"), lib.resolve("airproof.jar"));
        copyProgram(tools.mediamtx(), bin.resolve("mediamtx"));
        copyProgram(tools.mtxHook(), bin.resolve("mtx-hook"));
        CommandSpec tar = CommandSpec.of(
                "docker import",
                "sh",
                "-c",
                "tar -C \"$1\" -c app | \"$2\" import - \"$3\" && rm -rf \"$1\"",
                "import",
                workshop.toString(),
                docker.program(),
                PROGRAM + tag);
        DockerCli.must(CommandRunner.run(tar, IMPORT), IMPORT, "docker import");
    }

    private static void copyProgram(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** The libraries of the reference services, as the build has noted them. */
    private List<Path> libraries() throws IOException {
        Path noted = project.resolve("target/runtime.classpath");
        if (!Files.exists(noted)) {
            throw new IOException(noted + " is missing: build with Maven");
        }
        return Stream.of(Files.readString(noted).strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    private String digest() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> files = new ArrayList<>(files(project.resolve("target/classes")));
            files.addAll(files(project.resolve("compose")));
            files.add(project.resolve("target/runtime.classpath"));
            files.add(tools.mediamtx());
            files.add(tools.mtxHook());
            for (Path file : files) {
                digest.update(file.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            digest.update(Optional.ofNullable(System.getenv("BASE"))
                    .orElse("")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/vendor/"))
                    .sorted()
                    .toList();
        }
    }

    /** Folders are entries of their own: some libraries look for one as a resource. */
    private static void jar(Path folder, Path to) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(to));
                Stream<Path> walk = Files.walk(folder)) {
            for (Path one : walk.filter(any -> !any.equals(folder)).sorted().toList()) {
                String name = folder.relativize(one).toString().replace(File.separatorChar, '/');
                jar.putNextEntry(new JarEntry(Files.isDirectory(one) ? name + "/" : name));
                if (Files.isRegularFile(one)) {
                    Files.copy(one, jar);
                }
                jar.closeEntry();
            }
        }
    }
}
