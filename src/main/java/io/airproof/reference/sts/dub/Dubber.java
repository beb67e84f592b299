package io.airproof.reference.sts.dub;

import io.airproof.reference.sts.dub.sound.Level;
import io.airproof.reference.sts.dub.sound.Loudness;
import io.airproof.reference.sts.dub.sound.Pcm;
import io.airproof.reference.sts.dub.sound.Phrase;
import io.airproof.reference.sts.dub.sound.Phrases;
import io.airproof.reference.sts.dub.sound.Resampler;
import io.airproof.reference.sts.dub.sound.SoundDecoder;
import io.airproof.reference.sts.dub.sound.SoundEncoder;
import io.airproof.reference.sts.dub.sound.SoundException;
import io.airproof.reference.sts.dub.sound.SpeechDetector;
import io.airproof.reference.sts.engine.Job;
import io.airproof.reference.sts.message.Audio;
import io.airproof.reference.sts.message.ErrorCode;
import io.airproof.reference.sts.message.Failure;
import io.airproof.reference.sts.message.Fragment;
import io.airproof.reference.sts.message.Models;
import io.airproof.reference.sts.message.Outcome;
import io.airproof.reference.sts.message.Stage;
import io.airproof.reference.sts.message.StageTimings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one fragment from English to Spanish.
 *
 * @param maxPace how much the voice may hurry, 0.5 to 2 times its natural pace
 */
record Dubber(Recogniser recogniser, Translator translator, Voice voice, double maxPace) {

    private static final Logger LOG = LoggerFactory.getLogger(Dubber.class);
    private static final String NUMBERS = "numbers";

    /** Numbers are counted out one by one; longer than any closure inside a word. */
    private static final double NUMBER_PAUSE_S = 0.10;

    private static final double SENTENCE_PAUSE_S = 0.25;
    private static final double SENTENCE_END_S = 0.6;
    private static final double SENTENCE_MARGIN_S = 0.15;
    private static final int DECLARATION_TOLERANCE_MS = 25;

    Outcome dub(Job job) {
        boolean numbers = job.stream().domainHints().contains(NUMBERS);
        Stopwatch watch = new Stopwatch();
        Pcm original;
        try {
            original = SoundDecoder.decode(job.fragment().bytes());
        } catch (SoundException unusable) {
            return failed(ErrorCode.INVALID_AUDIO_FORMAT, Stage.ASR, unusable, watch, Optional.empty(), numbers);
        }
        compare(job.fragment(), original);
        Script script = listen(original, numbers);
        watch.asrDone();
        if (script.lines().isEmpty()) {
            return unchanged(job.fragment(), original, watch, numbers);
        }
        String transcript = script.transcript();
        String translation;
        try {
            translation = translator.translate(transcript);
        } catch (ToolException broken) {
            return failed(
                    ErrorCode.TRANSLATION_FAILED, Stage.TRANSLATION, broken, watch, Optional.of(transcript), numbers);
        }
        watch.translationDone();
        try {
            return speak(original, script, translation, watch, numbers);
        } catch (ToolException broken) {
            return failed(ErrorCode.TTS_SYNTHESIS_FAILED, Stage.TTS, broken, watch, Optional.of(transcript), numbers);
        }
    }

    private Script listen(Pcm original, boolean numbers) {
        float[] sound = Resampler.resample(original.mono(), original.sampleRate(), Recogniser.SAMPLE_RATE);
        List<Phrase> phrases = Phrases.find(sound, Recogniser.SAMPLE_RATE, numbers ? NUMBER_PAUSE_S : SENTENCE_PAUSE_S);
        if (phrases.isEmpty() || !SpeechDetector.isSpeech(sound, Recogniser.SAMPLE_RATE)) {
            return new Script(List.of());
        }
        return Script.of(words(sound, phrases, numbers), phrases);
    }

    /**
     * Numbers are recognised as one row, sentences one by one, without the long pauses, which would mislead the recogniser
     * about the voice and the room. In noise pauses are taken for words: then numbers, too, are recognised one by one.
     */
    private List<Word> words(float[] sound, List<Phrase> phrases, boolean numbers) {
        if (!numbers) {
            return recogniseEach(sound, Phrases.joined(phrases, SENTENCE_END_S), SENTENCE_MARGIN_S, false);
        }
        return SpeechDetector.isNoisy(sound, Recogniser.SAMPLE_RATE)
                ? recogniseEach(sound, phrases, NUMBER_PAUSE_S, true)
                : recogniser.recognise(sound, true);
    }

    private List<Word> recogniseEach(float[] sound, List<Phrase> parts, double margin, boolean numbers) {
        List<Word> words = new ArrayList<>();
        for (Phrase part : parts) {
            double start = Math.max(0, part.start() - margin);
            int from = (int) (start * Recogniser.SAMPLE_RATE);
            int to = (int) Math.min(sound.length, (part.end() + margin) * Recogniser.SAMPLE_RATE);
            for (Word word : recogniser.recognise(Arrays.copyOfRange(sound, from, to), numbers)) {
                words.add(new Word(word.text(), word.middle() + start));
            }
        }
        return words;
    }

    private Outcome speak(Pcm original, Script script, String translation, Stopwatch watch, boolean numbers)
            throws ToolException {
        Narration narration =
                Narration.of(script.spoken(translation), voice, maxPace, original.length(), original.sampleRate());
        Pcm dub = Level.match(
                narration.sound(), original.channels().length, original.sampleRate(), Loudness.integrated(original));
        byte[] file = SoundEncoder.encodeM4a(dub);
        Audio audio = new Audio(
                dub.sampleRate(),
                dub.channels().length,
                dub.durationMs(),
                Base64.getEncoder().encodeToString(file));
        watch.ttsDone();
        Models models = models(numbers, original, dub, narration.pace());
        double variance = models.fit().map(Models.Fit::variancePercent).orElse(0.0);
        return variance > Models.MOST_VARIANCE_PERCENT
                ? tooLong(script.transcript(), translation, watch, models, variance)
                : new Outcome.Dubbed(
                        variance > Models.HIGH_VARIANCE_PERCENT,
                        audio,
                        script.transcript(),
                        translation,
                        watch.timings(),
                        models);
    }

    private static Outcome tooLong(
            String transcript, String translation, Stopwatch watch, Models models, double variance) {
        return new Outcome.Failed(
                Failure.of(
                        ErrorCode.DURATION_MISMATCH_EXCEEDED,
                        Stage.TTS,
                        "the dub is " + variance + " % off the length of the original, and at most "
                                + Models.MOST_VARIANCE_PERCENT + " % are useful"),
                Optional.of(transcript),
                Optional.of(translation),
                watch.timings(),
                Optional.of(models));
    }

    private Outcome unchanged(Fragment fragment, Pcm original, Stopwatch watch, boolean numbers) {
        Audio audio = new Audio(
                original.sampleRate(),
                original.channels().length,
                original.durationMs(),
                fragment.audio().base64());
        return new Outcome.Dubbed(false, audio, "", "", watch.timings(), models(numbers, original, original, 1));
    }

    private Models models(boolean numbers, Pcm original, Pcm dub, double pace) {
        double variance =
                100.0 * Math.abs(dub.durationMs() - original.durationMs()) / Math.max(1, original.durationMs());
        return new Models(
                recogniser.model(numbers),
                translator.model(),
                voice.model(),
                Optional.of(
                        new Models.Fit(original.durationMs(), dub.durationMs(), twoPlaces(variance), twoPlaces(pace))));
    }

    private static double twoPlaces(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private Outcome failed(
            ErrorCode code,
            Stage stage,
            Exception reason,
            Stopwatch watch,
            Optional<String> transcript,
            boolean numbers) {
        return new Outcome.Failed(
                Failure.of(code, stage, String.valueOf(reason.getMessage())),
                transcript,
                Optional.empty(),
                watch.timings(),
                Optional.of(
                        new Models(recogniser.model(numbers), translator.model(), voice.model(), Optional.empty())));
    }

    private static void compare(Fragment fragment, Pcm sound) {
        Audio declared = fragment.audio();
        if (declared.sampleRate() != sound.sampleRate()
                || declared.channels() != sound.channels().length
                || Math.abs(declared.durationMs() - sound.durationMs()) > DECLARATION_TOLERANCE_MS) {
            LOG.atWarn()
                    .addKeyValue("event", "declaration_differs")
                    .addKeyValue("stream_id", fragment.streamId())
                    .addKeyValue("fragment_id", fragment.fragmentId())
                    .log(
                            "declared {} Hz, {} channels, {} ms, but the audio has {} Hz, {} channels, {} ms",
                            declared.sampleRate(),
                            declared.channels(),
                            declared.durationMs(),
                            sound.sampleRate(),
                            sound.channels().length,
                            sound.durationMs());
        }
    }

    /** Times the stages of one fragment. */
    private static final class Stopwatch {
        private long since = System.nanoTime();
        private int asr;
        private int translation;
        private int tts;

        private int lap() {
            long now = System.nanoTime();
            int lap = Math.toIntExact((now - since) / 1_000_000);
            since = now;
            return lap;
        }

        void asrDone() {
            asr = lap();
        }

        void translationDone() {
            translation = lap();
        }

        void ttsDone() {
            tts = lap();
        }

        StageTimings timings() {
            return new StageTimings(asr, translation, tts);
        }
    }
}
