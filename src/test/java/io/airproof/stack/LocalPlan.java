package io.airproof.stack;

import io.airproof.process.CommandSpec;
import io.airproof.process.FreePorts;
import io.airproof.stack.provision.ProjectFolder;
import io.airproof.stack.provision.Toolbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which services run where: the ports of one try, and what each service is told. */
record LocalPlan(
        Toolbox tools,
        ReferenceProgram program,
        Path runDir,
        URI stsForWorkers,
        URI rtmp,
        URI rtsp,
        URI mediaMtxApi,
        URI mediaMtxMetrics,
        URI mediaService,
        URI dubbingSts,
        URI echoSts,
        Map<String, String> settings) {

    /** Name of the media-service, and of its log. */
    static final String MEDIA_SERVICE = "media-service";

    /** Name of MediaMTX, and of its log. */
    static final String MEDIA_SERVER = "mediamtx";

    private static final String MAIN = "io.airproof.reference.media.MediaServiceMain";
    private static final String HOST = "127.0.0.1";
    private static final String TEMPLATE = "compose/media/mediamtx/mediamtx.yml";

    /** Streams and connections that the shared services allow: more than all scenarios of a run use. */
    private static final String PLENTY = "50";

    private static final List<String> EVERY = List.of(
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            // Without it the whole heap is collected once the first 20 MB of classes are loaded: 84 ms, or 940 with the
            // models.
            "-XX:MetaspaceSize=128m");

    /** Quick to start, small, and good enough for services that mostly wait. */
    private static final List<String> LIGHT =
            Stream.concat(EVERY.stream(), Stream.of("-XX:+UseSerialGC")).toList();

    /**
     * For who publishes in real time. What is published is kept for seconds, so a collector of generations takes it for old
     * and once in a while stops the programmes to collect all of it: up to 300 ms with six on air.
     */
    private static final List<String> PUNCTUAL = Stream.concat(
                    EVERY.stream(), Stream.of("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=20"))
            .toList();

    /**
     * Light, with room for the speech models from the start: a third less time to load them than with the optimising
     * compiler and a heap that grows, measured on two cores. What that compiler gains per fragment, it costs at the start.
     */
    private static final List<String> WORKING =
            Stream.concat(LIGHT.stream(), Stream.of("-Xms1g", "-Xmn600m")).toList();

    /** A plan with ports that are free now. */
    static LocalPlan withFreePorts(Toolbox tools, ReferenceProgram program, Path runDir, URI stsForWorkers) {
        Iterator<Integer> ports = FreePorts.pick(7).iterator();
        return new LocalPlan(
                tools,
                program,
                runDir,
                stsForWorkers,
                at("rtmp", ports.next()),
                at("rtsp", ports.next()),
                at("http", ports.next()),
                at("http", ports.next()),
                at("http", ports.next()),
                at("http", ports.next()),
                at("http", ports.next()),
                Map.of());
    }

    /** The same STS, with a MediaMTX and a media-service of their own on further ports. */
    LocalPlan with(Map<String, String> others, Path folder) {
        Iterator<Integer> ports = FreePorts.pick(5).iterator();
        return new LocalPlan(
                tools,
                program,
                folder,
                stsForWorkers,
                at("rtmp", ports.next()),
                at("rtsp", ports.next()),
                at("http", ports.next()),
                at("http", ports.next()),
                at("http", ports.next()),
                dubbingSts,
                echoSts,
                others);
    }

    /** The same, with the hooks calling this address. */
    LocalPlan withMediaServiceAt(URI other) {
        return new LocalPlan(
                tools,
                program,
                runDir,
                stsForWorkers,
                rtmp,
                rtsp,
                mediaMtxApi,
                mediaMtxMetrics,
                other,
                dubbingSts,
                echoSts,
                settings);
    }

    private static URI at(String scheme, int port) {
        return URI.create(scheme + "://" + HOST + ":" + port);
    }

    /** All services, none depending on another's being up first; the one that takes longest begins. */
    List<Service> services() throws IOException {
        return List.of(
                sts("sts-dubbing", "dubbing", dubbingSts),
                mediaMtx(),
                mediaServiceProcess(),
                sts("sts-echo", "echo", echoSts));
    }

    /** MediaMTX and a media-service beside those of the stack. */
    List<Service> mediaSide() throws IOException {
        return List.of(mediaMtx(), new Service(furtherMediaService(), mediaService.resolve("/health")));
    }

    private Service mediaServiceProcess() throws IOException {
        return new Service(java(MEDIA_SERVICE, PUNCTUAL, MAIN, mediaServiceEnv()), mediaService.resolve("/health"));
    }

    /** One more media-service. Only that of the stack leaves its classes for the next start: it takes each 3 s to end so. */
    CommandSpec furtherMediaService() throws IOException {
        return new CommandSpec(
                MEDIA_SERVICE,
                program.commandLike(MEDIA_SERVICE, PUNCTUAL, MAIN),
                mediaServiceEnv(),
                Optional.of(runDir));
    }

    /** MediaMTX alone. */
    Service mediaMtx() throws IOException {
        Path config = renderConfig();
        CommandSpec spec = CommandSpec.of(MEDIA_SERVER, tools.mediamtx().toString(), config.toString())
                .in(runDir)
                .withEnv(Map.of(
                        "MTX_RTMPADDRESS", rtmp.getAuthority(),
                        "MTX_RTSPADDRESS", rtsp.getAuthority(),
                        "MTX_APIADDRESS", mediaMtxApi.getAuthority(),
                        "MTX_METRICSADDRESS", mediaMtxMetrics.getAuthority(),
                        "ORCHESTRATOR_URL", mediaService.toString()));
        return new Service(spec, mediaMtxApi.resolve("/v3/paths/list"));
    }

    /** The committed configuration with the hook's place on this machine. */
    private Path renderConfig() throws IOException {
        Path template = ProjectFolder.find(Path.of(""), TEMPLATE)
                .orElseThrow(
                        () -> new IOException(TEMPLATE + " was not found: run the suite in the folder of the project"));
        String hook = "'\"" + tools.mtxHook().toString().replace("'", "''") + "\" ";
        String config = Files.readAllLines(template).stream()
                .map(line -> line.contains(": /hooks/mtx-hook ") ? line.replace("/hooks/mtx-hook ", hook) + "'" : line)
                .collect(Collectors.joining("\n", "", "\n"));
        return Files.writeString(runDir.resolve("mediamtx.yml"), config);
    }

    /** Where the media-service keeps its segment files. */
    Path segments() {
        return runDir.resolve("segments");
    }

    private Map<String, String> mediaServiceEnv() throws IOException {
        Path segments = Files.createDirectories(segments());
        Map<String, String> env = new TreeMap<>(Map.of(
                "HOST",
                HOST,
                "PORT",
                Integer.toString(mediaService.getPort()),
                "MEDIAMTX_RTMP_URL",
                rtmp.toString(),
                "STS_SERVICE_URL",
                stsForWorkers.toString(),
                "WORKER_DOMAIN_HINTS",
                "numbers",
                "WORKER_GRACE_PERIOD_S",
                "0",
                "WORKER_SEGMENT_DIR",
                segments.toString(),
                "MAX_CONCURRENT_STREAMS",
                PLENTY));
        env.putAll(settings);
        return env;
    }

    private Service sts(String name, String profile, URI address) {
        List<String> flags = profile.equals("dubbing") ? WORKING : LIGHT;
        return new Service(
                java(name, flags, "io.airproof.reference.sts.StsMain", stsEnv(profile, address)),
                address.resolve("/health"));
    }

    /**
     * An STS beside those of the stack.
     *
     * @param settings variables that are not as in the stack
     */
    Service furtherSts(String name, StsKind kind, URI address, Map<String, String> settings) {
        String profile = kind.name().toLowerCase(Locale.ROOT);
        Map<String, String> env = new HashMap<>(stsEnv(profile, address));
        env.putAll(settings);
        List<String> command = program.commandLike(
                "sts-" + profile, kind == StsKind.DUBBING ? WORKING : LIGHT, "io.airproof.reference.sts.StsMain");
        return new Service(new CommandSpec(name, command, env, Optional.of(runDir)), address.resolve("/health"));
    }

    private Map<String, String> stsEnv(String profile, URI address) {
        return Map.of(
                "HOST",
                HOST,
                "PORT",
                Integer.toString(address.getPort()),
                "STS_PROFILE",
                profile,
                "WS_MAX_CONNECTIONS",
                PLENTY,
                "ESPEAK_NG_BIN",
                tools.espeakNg().toString(),
                "APERTIUM_BIN",
                tools.apertium().toString(),
                "APERTIUM_MODES_DIR",
                tools.apertiumModes().toString());
    }

    private CommandSpec java(String name, List<String> jvmFlags, String mainClass, Map<String, String> env) {
        return new CommandSpec(name, program.command(name, jvmFlags, mainClass), env, Optional.of(runDir));
    }
}
