package io.airproof.reference.sts.dub;

import edu.cmu.sphinx.frontend.util.StreamDataSource;
import edu.cmu.sphinx.recognizer.Recognizer;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.result.WordResult;
import edu.cmu.sphinx.util.props.ConfigurationManager;
import edu.cmu.sphinx.util.props.ConfigurationManagerUtils;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Recognises by CMU Sphinx. The acoustic model's caches are not safe for threads, so each listener has a model of its own and
 * recognises one fragment at a time. Numbers have two listeners, so that a long fragment does not hold up the short ones
 * behind it; a long sentence holds up no numbers.
 */
final class Sphinx implements Recogniser {

    private static final double PADDING_S = 0.3;
    private static final double WANTED_RMS = 0.09;
    private static final double MAX_PEAK = 0.9;
    private static final double HISS = 0.00015;
    private static final Logger LIBRARY_LOG = Logger.getLogger("");

    private static final int NUMBER_LISTENERS = 2;

    private final Listeners numberWords;
    private final Listeners anyWords;

    /**
     * Begins to load both vocabularies, which takes seconds. Who needs one waits for that one only.
     *
     * @param loading where they are loaded, at the same time
     */
    Sphinx(Executor loading) {
        LIBRARY_LOG.setLevel(Level.SEVERE);
        numberWords = new Listeners(
                NUMBER_LISTENERS,
                () -> new Listener("numbers", "/io/airproof/reference/sts/models/numbers.dict"),
                loading);
        anyWords = new Listeners(1, () -> new Listener("general", ""), loading);
    }

    /** Completes when every vocabulary is there. */
    CompletableFuture<Void> loaded() {
        return CompletableFuture.allOf(numberWords.loaded(), anyWords.loaded());
    }

    /** Listeners of one vocabulary; each fragment takes one that is free. */
    private static final class Listeners {
        private final BlockingQueue<Listener> free = new LinkedBlockingQueue<>();
        private final CompletableFuture<Void> loaded;

        Listeners(int count, Supplier<Listener> maker, Executor loading) {
            loaded = CompletableFuture.allOf(Stream.generate(
                            () -> CompletableFuture.supplyAsync(maker, loading).thenAccept(free::add))
                    .limit(count)
                    .toArray(CompletableFuture[]::new));
        }

        CompletableFuture<Void> loaded() {
            return loaded;
        }

        List<Word> recognise(float[] mono) {
            loaded.join();
            try {
                Listener listener = free.take();
                try {
                    return listener.recognise(mono);
                } finally {
                    free.add(listener);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the service is stopping", stopping);
            }
        }
    }

    /** One vocabulary with all it needs. */
    private static final class Listener {
        private final StreamDataSource source;
        private final Recognizer recognizer;

        Listener(String vocabulary, String onlyPhonesOf) {
            ConfigurationManager components = new ConfigurationManager(Objects.requireNonNull(
                    Sphinx.class.getResource("/io/airproof/reference/sts/models/recognition.xml")));
            ConfigurationManagerUtils.setProperty(
                    components, "acousticLoader", NarrowAcousticLoader.PROP_DICTIONARY, onlyPhonesOf);
            source = (StreamDataSource) components.lookup("sound");
            recognizer = (Recognizer) components.lookup(vocabulary);
            recognizer.allocate();
        }

        List<Word> recognise(float[] mono) {
            source.setInputStream(new ByteArrayInputStream(padded(mono)));
            Result result = recognizer.recognize();
            List<Word> words = new ArrayList<>();
            if (result != null) {
                for (WordResult word : result.getTimedBestResult(false)) {
                    double middle = (word.getTimeFrame().getStart()
                                    + word.getTimeFrame().getEnd())
                            / 2000.0;
                    words.add(new Word(word.getWord().getSpelling(), middle - PADDING_S));
                }
            }
            return words;
        }
    }

    @Override
    public List<Word> recognise(float[] mono, boolean numbers) {
        return (numbers ? numberWords : anyWords).recognise(mono);
    }

    /** 16 bit samples, brought to one loudness, with a breath of hiss before and after. */
    private static byte[] padded(float[] mono) {
        double energy = 1e-9;
        double peak = 1e-6;
        for (float sample : mono) {
            energy += (double) sample * sample / mono.length;
            peak = Math.max(peak, Math.abs(sample));
        }
        double gain = Math.min(MAX_PEAK / peak, WANTED_RMS / Math.sqrt(energy));
        int padding = (int) (PADDING_S * SAMPLE_RATE);
        Random hiss = new Random(1);
        byte[] bytes = new byte[2 * (mono.length + 2 * padding)];
        for (int i = 0; i < bytes.length / 2; i++) {
            int at = i - padding;
            double sample = hiss.nextGaussian() * HISS + (at >= 0 && at < mono.length ? mono[at] * gain : 0);
            int value = (int) Math.round(Math.max(-1, Math.min(1, sample)) * 32767);
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        return bytes;
    }

    @Override
    public String model(boolean numbers) {
        return numbers ? "sphinx4-en-us-numbers" : "sphinx4-en-us";
    }
}
