package io.airproof.report.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A showcase with real sounds: 12 s, a tone of its own for source, dub and output. */
final class SampleShowcase {
    /** Name of the stream. */
    static final String STREAM = "sample-12-dubbing-0";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String EXHIBIT = """
            {"programme":"12 s sample","stream":"%s","length_s":12.0,
             "tracks":[{"id":"source","file":"source.webm","length_s":12.0,"peaks":[10,50,90,50,10,50]},
                       {"id":"dub","file":"dub.webm","length_s":12.0,"peaks":[20,40,60,40,20,40]},
                       {"id":"output","file":"output.webm","length_s":12.0,"peaks":[30,40,50,40,30,40]}],
             "fragments":[
               {"number":0,"from_s":0,"to_s":6,"status":"success","transcript":"one, two","translation":"uno, dos",
                "turnaround_s":0.71,"offsets":[{"at_s":0.1,"ms":1.5},{"at_s":5.8,"ms":-42}]},
               {"number":1,"from_s":6,"to_s":12,"status":"failed","transcript":"three","translation":"<b>tres</b>",
                "turnaround_s":-1,"offsets":[]}],
             "pictures":[{"file":"picture-01.jpg","at_s":0,"frame":0},{"file":"../../secret.jpg","at_s":1,"frame":30}],
             "wire":[{"at_s":0,"to_sts":true,"event":"fragment:data","detail":"fragment 0","fault":false},
                     {"at_s":0.7,"to_sts":false,"event":"fragment:processed","detail":"fragment 0 success","fault":false},
                     {"at_s":6.1,"to_sts":false,"event":"error","detail":"TIMEOUT made by the suite","fault":true}],
             "missing":[]}
            """.formatted(STREAM);

    private SampleShowcase() {}

    /**
     * Puts it into a report, as evidence of one scenario, and makes the pages anew.
     *
     * @param ffmpeg runs ffmpeg with these arguments
     */
    static void add(Path reports, String scenario, Consumer<List<String>> ffmpeg) throws IOException {
        Path folder = Files.createDirectories(reports.resolve("evidence").resolve(STREAM));
        tone(ffmpeg, 300, folder.resolve("source.webm"));
        tone(ffmpeg, 500, folder.resolve("dub.webm"));
        tone(ffmpeg, 700, folder.resolve("output.webm"));
        ffmpeg.accept(List.of(
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=160x90:duration=1",
                "-frames:v",
                "1",
                "-y",
                folder.resolve("picture-01.jpg").toString()));
        exhibit(reports, scenario);
        Site.write(reports.resolve("results.json"));
    }

    /** The same without sounds and pictures, and without making the pages. */
    static void exhibit(Path reports, String scenario) throws IOException {
        Path folder = Files.createDirectories(reports.resolve("evidence").resolve(STREAM));
        Files.writeString(folder.resolve("exhibit.json"), EXHIBIT);
        Path file = reports.resolve("results.json");
        ObjectNode results = (ObjectNode) JSON.readTree(file.toFile());
        results.path("scenarios").forEach(one -> {
            if (one.path("name").asText().equals(scenario)) {
                ((ObjectNode) one).putArray("evidence").add("target/" + STREAM + "-wire.ndjson");
            }
        });
        JSON.writeValue(file.toFile(), results);
    }

    private static void tone(Consumer<List<String>> ffmpeg, int hertz, Path file) {
        ffmpeg.accept(List.of(
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=" + hertz + ":sample_rate=48000:duration=12",
                "-c:a",
                "libopus",
                "-b:a",
                "32k",
                "-y",
                file.toString()));
    }
}
