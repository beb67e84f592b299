package io.airproof.run;

import io.airproof.driver.ffmpeg.SoundDecoder;
import io.airproof.driver.ffmpeg.UndecodableException;
import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.WireEvent;
import io.airproof.measure.Reading;
import io.airproof.media.Sound;
import io.airproof.process.Background;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.json.JSONObject;

/**
 * The audio of fragments and dubs, decoded. Decoding begins when an event passes the tap, so that it is done, but for the
 * last one, when the programme ends.
 */
final class WireSounds {

    private final SoundDecoder decoder;
    private final Map<Key, CompletableFuture<Reading<Sound>>> sounds = new ConcurrentHashMap<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(
                () -> {
                    Background.thisThread();
                    task.run();
                },
                "decode-wire");
        thread.setDaemon(true);
        return thread;
    });

    private record Key(long connection, String event, String fragmentId) {}

    WireSounds(SoundDecoder decoder) {
        this.decoder = decoder;
    }

    /** An event has passed: its audio, if it carries any, is decoded in the background. */
    void passed(WireEvent event) {
        boolean carriesAudio =
                event.name().equals("fragment:data") || event.name().equals("fragment:processed");
        if (carriesAudio
                && (event.direction() == Direction.WORKER_TO_STS)
                        == event.name().equals("fragment:data")) {
            decoding(event);
        }
    }

    /** The decoded audio of an event; waits for it. */
    Reading<Sound> of(WireEvent event) {
        return decoding(event).join();
    }

    private CompletableFuture<Reading<Sound>> decoding(WireEvent event) {
        Key key = new Key(event.connection(), event.name(), event.text("fragment_id"));
        return sounds.computeIfAbsent(key, missing -> CompletableFuture.supplyAsync(() -> decode(event), background));
    }

    private Reading<Sound> decode(WireEvent event) {
        String member = event.name().equals("fragment:data") ? "audio" : "dubbed_audio";
        Optional<JSONObject> audio = Optional.ofNullable(event.body().optJSONObject(member));
        if (audio.isEmpty()) {
            return Reading.unmeasurable("the " + event.name() + " carries no " + member);
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(audio.get().optString("data_base64"));
            return Reading.measured(decoder.decodeM4a(bytes));
        } catch (IllegalArgumentException | UndecodableException e) {
            return Reading.unmeasurable(
                    "the " + member + " of " + event.name() + " does not decode: " + e.getMessage());
        }
    }
}
