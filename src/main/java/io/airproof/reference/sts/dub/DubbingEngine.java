package io.airproof.reference.sts.dub;

import io.airproof.reference.sts.dub.sound.Pcm;
import io.airproof.reference.sts.dub.sound.Resampler;
import io.airproof.reference.sts.dub.sound.SoundEncoder;
import io.airproof.reference.sts.engine.Engine;
import io.airproof.reference.sts.engine.Job;
import io.airproof.reference.sts.message.Audio;
import io.airproof.reference.sts.message.Fragment;
import io.airproof.reference.sts.message.Json;
import io.airproof.reference.sts.message.Outcome;
import io.airproof.reference.sts.message.Refusal;
import io.airproof.reference.sts.message.StreamInit;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Recognises, translates and speaks; two fragments at a time. */
public final class DubbingEngine implements Engine {

    /** Each vocabulary recognises one fragment at a time; a third may be on its way through the other stages. */
    private static final int WORKERS = 3;

    private static final int WARM_UP_RATE = 48_000;
    private static final double WARM_UP_PACE = 2;

    private final Translator translator;
    private final Voice voice;
    private final Tool english;
    private final ExecutorService workers;
    private final ExecutorService loading;
    private final Dubber dubber;
    private final Dubber hurriedDubber;
    private final CompletableFuture<Void> ready;

    private DubbingEngine(Translator translator, Voice voice, Tool english, double maxPace) {
        this.translator = translator;
        this.voice = voice;
        this.english = english;
        this.workers = Executors.newFixedThreadPool(WORKERS, task -> daemon(task, "sts-dub"));
        this.loading = Executors.newCachedThreadPool(task -> daemon(task, "sts-load"));
        Sphinx sphinx = new Sphinx(loading);
        this.dubber = new Dubber(sphinx, translator, voice, maxPace);
        this.hurriedDubber = new Dubber(sphinx, translator, voice, WARM_UP_PACE);
        this.ready = CompletableFuture.allOf(
                sphinx.loaded(),
                CompletableFuture.supplyAsync(this::sample, loading).thenAcceptAsync(this::warmUp, loading));
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins to load the models, in the background.
     *
     * @param espeakNg path of the tool, if it is not to be searched for
     * @param apertium the same
     * @param modes folder of apertium's modes, if it is not to be searched for
     * @param maxPace how much the voice may hurry, 0.5 to 2 times its natural pace
     * @throws ToolException naming a missing tool and the command that installs it
     */
    public static DubbingEngine start(
            Optional<String> espeakNg,
            Optional<String> apertium,
            Optional<String> modes,
            String searchPath,
            double maxPace)
            throws ToolException {
        Tool translation = Tool.find(
                "apertium", apertium, "APERTIUM_BIN", searchPath, "apt-get install apertium apertium-eng-spa");
        Tool speech = Tool.find("espeak-ng", espeakNg, "ESPEAK_NG_BIN", searchPath, "apt-get install espeak-ng");
        return new DubbingEngine(
                new Apertium(translation.executable(), modes), new EspeakNg(speech, "es"), speech, maxPace);
    }

    /** A spoken fragment of our own. */
    private Audio sample() {
        try {
            float[] spoken = new EspeakNg(english, "en").speak("one two", 1);
            float[] sound = Resampler.resample(spoken, Voice.SAMPLE_RATE, WARM_UP_RATE);
            translator.translate("one");
            return new Audio(
                    WARM_UP_RATE,
                    1,
                    sound.length * 1000 / WARM_UP_RATE,
                    Base64.getEncoder().encodeToString(SoundEncoder.encodeM4a(Pcm.spread(sound, 1, WARM_UP_RATE))));
        } catch (ToolException broken) {
            throw new IllegalStateException(broken.getMessage(), broken);
        }
    }

    /**
     * Every stage dubs a real fragment, so that the first of a stream takes no longer than the next. It has no pauses, so
     * the voice may have to hurry, whatever it may do later.
     */
    private void warmUp(Audio sample) {
        Outcome outcome = hurriedDubber.dub(new Job(
                numbers(),
                new Fragment("00000000-0000-4000-8000-000000000000", "warm-up", 0, sample),
                Optional.empty()));
        if (outcome instanceof Outcome.Failed failed) {
            throw new IllegalStateException(
                    "the first fragment cannot be dubbed: " + failed.failure().message());
        }
    }

    private static StreamInit numbers() {
        try {
            return StreamInit.read(Json.parse("{\"stream_id\":\"warm-up\",\"worker_id\":\"warm-up\","
                    + "\"config\":{\"domain_hints\":[\"numbers\"]}}"));
        } catch (Refusal impossible) {
            throw new IllegalStateException("the settings of the warm-up are wrong", impossible);
        }
    }

    @Override
    public CompletableFuture<Void> whenReady() {
        return ready.copy();
    }

    @Override
    public CompletableFuture<Outcome> process(Job job) {
        CompletableFuture<Outcome> result = new CompletableFuture<>();
        try {
            workers.execute(() -> {
                if (!result.isDone()) {
                    work(job, result);
                }
            });
        } catch (RejectedExecutionException stopping) {
            result.cancel(false);
        }
        return result;
    }

    @SuppressWarnings("CatchingUnchecked") // whatever a model throws must become a result
    private void work(Job job, CompletableFuture<Outcome> result) {
        try {
            result.complete(dubber.dub(job));
        } catch (RuntimeException broken) {
            result.completeExceptionally(broken);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        loading.shutdownNow();
        translator.close();
        voice.close();
    }
}
