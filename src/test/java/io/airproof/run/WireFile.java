package io.airproof.run;

import io.airproof.driver.tap.WireEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.json.JSONObject;

/** What passed the wire, as evidence for people: one JSON object a line, the audio replaced by its length. */
final class WireFile {

    private WireFile() {}

    static Path write(Path file, List<WireEvent> wire) {
        try {
            return Files.write(file, wire.stream().map(WireFile::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the record of the wire %s could not be written".formatted(file), e);
        }
    }

    private static String line(WireEvent event) {
        JSONObject body = event.body();
        for (String member : List.of("audio", "dubbed_audio")) {
            JSONObject audio = body.optJSONObject(member);
            if (audio != null) {
                audio.put("data_base64", audio.optString("data_base64").length() + " characters");
            }
        }
        return new JSONObject()
                .put("at", event.at().toString())
                .put("direction", event.direction().name())
                .put("event", event.name())
                .put("body", body)
                .toString();
    }
}
