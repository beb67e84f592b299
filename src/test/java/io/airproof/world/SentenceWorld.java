package io.airproof.world;

import io.airproof.driver.ffmpeg.M4aEncoder;
import io.airproof.driver.ffmpeg.SoundDecoder;
import io.airproof.driver.ffmpeg.UndecodableException;
import io.airproof.driver.speech.EnglishVoice;
import io.airproof.driver.speech.EverydaySentences;
import io.airproof.driver.speech.TranslationEngine;
import io.airproof.measure.Reading;
import io.airproof.measure.SpeechLikeness;
import io.airproof.measure.WordErrorRate;
import io.airproof.media.Sound;
import io.airproof.run.AcceptanceRun;
import io.airproof.run.StsLoad;
import io.airproof.stack.StsKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.json.JSONObject;

/** Everyday sentences, drawn anew for each run, on their way through the general vocabulary of the STS. */
public final class SentenceWorld {

    private static final Path PATTERNS = Path.of("fixtures", "everyday-sentences.txt");
    private static final String VOICE = "rms";

    /** {@code -Dairproof.seed=…} repeats a draw. */
    private static final String SEED = "airproof.seed";

    private final AcceptanceRun run;
    private final List<Asked> asked = new ArrayList<>();
    private List<String> sentences = List.of();
    private List<Sound> spoken = List.of();
    private long seed;

    private record Asked(String sentence, JSONObject result) {
        String text(String member) {
            return result.optString(member);
        }

        String where() {
            return "\"%s\", heard as \"%s\"".formatted(sentence, text("transcript"));
        }
    }

    public SentenceWorld(CurrentRun run) {
        this.run = run.get();
    }

    /** Draws sentences and has them spoken. */
    public void draw(int count) {
        seed = Optional.ofNullable(Long.getLong(SEED))
                .orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000));
        try {
            sentences = EverydaySentences.read(PATTERNS).draw(count, seed);
        } catch (IOException e) {
            throw new UncheckedIOException("the patterns of sentences cannot be read: " + PATTERNS, e);
        }
        EnglishVoice voice = new EnglishVoice(run.tools().flite(), VOICE);
        spoken = sentences.stream().map(voice::speak).toList();
    }

    /** Has each of them spoken and dubbed, one after the other. */
    public void dubAll() {
        try (StsLoad.Turn turn = turn();
                StsTalk talk =
                        StsTalk.connect(run.stack().sts(StsKind.DUBBING), List.of(), new M4aEncoder(run.ffmpeg()))) {
            talk.open();
            for (int i = 0; i < sentences.size(); i++) {
                asked.add(new Asked(sentences.get(i), talk.ask(spoken.get(i)).result()));
            }
        }
    }

    private StsLoad.Turn turn() {
        try {
            return run.stsLoad().awaitTurn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while live programmes kept the machine busy", e);
        }
    }

    /** Word errors of all transcripts together, in percent of the words that were spoken. */
    public List<Figure> wordErrors() {
        String drawn = "%d sentences, seed %d".formatted(asked.size(), seed);
        return asked.stream()
                .map(one -> WordErrorRate.of(one.sentence(), one.text("transcript")))
                .reduce(WordErrorRate::plus)
                .map(sum -> List.of(Figure.of(drawn, sum.rate() * 100)))
                .orElse(List.of());
    }

    /** For each sentence 1 if its translation is the engine's for the same transcript, else 0. */
    public List<Figure> translationsOfTheEngine() {
        TranslationEngine engine = new TranslationEngine(run.tools().apertium());
        return asked.stream()
                .map(one -> {
                    String expected = normal(engine.translate(one.text("transcript")));
                    String got = normal(one.text("translated_text"));
                    String where = "%s, said as \"%s\", engine says \"%s\"".formatted(one.where(), got, expected);
                    return Figure.of(where, !got.isEmpty() && got.equals(expected) ? 1 : 0);
                })
                .toList();
    }

    /** For each dub 1 if it decodes and is speech, else 0. */
    public List<Figure> dubsThatAreSpeech() {
        SoundDecoder decoder = new SoundDecoder(run.ffmpeg());
        return asked.stream().map(one -> speech(decoder, one)).toList();
    }

    private static Figure speech(SoundDecoder decoder, Asked one) {
        String base64 = Optional.ofNullable(one.result().optJSONObject("dubbed_audio"))
                .map(dub -> dub.optString("data_base64"))
                .orElse("");
        try {
            Sound dub = decoder.decodeM4a(Base64.getDecoder().decode(base64));
            Reading<Double> verdict = SpeechLikeness.of(dub).map(found -> found.speech() ? 1.0 : 0.0);
            return new Figure(one.where(), verdict);
        } catch (IllegalArgumentException | UndecodableException e) {
            return Figure.of(one.where() + ": the dub does not decode: " + e.getMessage(), 0);
        }
    }

    private static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
