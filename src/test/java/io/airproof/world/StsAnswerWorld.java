package io.airproof.world;

import io.airproof.driver.ffmpeg.SoundDecoder;
import io.airproof.driver.ffmpeg.UndecodableException;
import io.airproof.fixture.Clip;
import io.airproof.measure.Level;
import io.airproof.measure.NumberWords;
import io.airproof.measure.Reading;
import io.airproof.measure.SequenceMatch;
import io.airproof.media.Sound;
import io.airproof.run.AcceptanceRun;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.json.JSONObject;

/** What the STS made of a clip that the suite's own client sent. */
public final class StsAnswerWorld {

    private static final String RESULT = "fragment:processed";

    /** What stands for the level of digital silence, dBFS: below everything that 16 bit can hold. */
    private static final double SILENCE_DBFS = -120;

    private final AcceptanceRun run;
    private final StsClientWorld client;

    public StsAnswerWorld(CurrentRun run, StsClientWorld client) {
        this.run = run.get();
        this.client = client;
    }

    /** 1 if the result is a success, else 0; the place says what it is. */
    public List<Figure> successes() {
        String status = result().optString("status");
        return List.of(Figure.of(RESULT + ": " + status, status.equals("success") ? 1 : 0));
    }

    /** Characters of transcript and translation. */
    public List<Figure> textLengths() {
        return Stream.of("transcript", "translated_text")
                .map(member -> result().isNull(member)
                        ? Figure.none(member, "it is missing or null")
                        : Figure.of(member, result().optString(member).length()))
                .toList();
    }

    /** Level of the decoded dub, dBFS RMS. */
    public List<Figure> dubLevel() {
        return List.of(new Figure("dubbed_audio", dub().map(dub -> Math.max(SILENCE_DBFS, Level.rmsDbfs(dub)))));
    }

    /** How many of the clip's number words are in the transcript, in order. */
    public List<Figure> numbersHeard(Clip clip) {
        return List.of(
                Figure.of(transcript(), SequenceMatch.of(spoken(clip), heard()).right()));
    }

    /** The share of each voice's number words that are in the transcript, in percent; the voices speak in turn. */
    public List<Figure> shareOfEachVoice(Clip clip, int voices) {
        List<Integer> spoken = spoken(clip);
        return IntStream.range(0, voices)
                .mapToObj(voice -> {
                    List<Integer> own = IntStream.range(0, spoken.size())
                            .filter(place -> place % voices == voice)
                            .mapToObj(spoken::get)
                            .toList();
                    long right = own.stream().filter(heard()::contains).count();
                    return Figure.of("voice %d, %s".formatted(voice + 1, transcript()), 100.0 * right / own.size());
                })
                .toList();
    }

    private Reading<Sound> dub() {
        Optional<JSONObject> dub = Optional.ofNullable(result().optJSONObject("dubbed_audio"));
        if (dub.isEmpty()) {
            return Reading.unmeasurable("the result carries no dub");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(dub.get().optString("data_base64"));
            return Reading.measured(new SoundDecoder(run.ffmpeg()).decodeM4a(bytes));
        } catch (IllegalArgumentException | UndecodableException e) {
            return Reading.unmeasurable("it does not decode: " + e.getMessage());
        }
    }

    private List<Integer> spoken(Clip clip) {
        return NumberWords.ENGLISH.in(String.join(", ", run.fixtures().get(clip).words()));
    }

    private List<Integer> heard() {
        return NumberWords.ENGLISH.in(result().optString("transcript"));
    }

    private String transcript() {
        return "transcript \"" + result().optString("transcript") + "\"";
    }

    private JSONObject result() {
        return client.answer().result();
    }
}
