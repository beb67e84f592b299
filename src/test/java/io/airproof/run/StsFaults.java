package io.airproof.run;

import io.airproof.driver.tap.Admission;
import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.FaultPlan;
import io.airproof.driver.tap.Faults;
import io.airproof.driver.tap.FrameInterceptor;
import io.airproof.driver.tap.Message;
import io.airproof.driver.tap.MessageFilter;
import io.airproof.driver.tap.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.json.JSONObject;

/** What an STS can do wrong, put on at the tap. Fragments are meant by their number in the session. */
public final class StsFaults {

    private static final String DATA = "fragment:data";
    private static final String PROCESSED = "fragment:processed";
    private static final String DUB = "dubbed_audio";

    private StsFaults() {}

    /** No result ever arrives. */
    public static Interference neverAnswers() {
        return onResults("never answers", Faults.drop(MessageFilter.event(PROCESSED)));
    }

    /** Nothing is heard of these fragments. */
    public static Interference neverAnswers(Set<Integer> fragments) {
        return onResults("no answer to " + words(fragments), Faults.drop(about(fragments)));
    }

    /** Every result comes so much later; what else passes is not held up. */
    public static Interference answersLate(Duration by) {
        return onResults("results %d ms late".formatted(by.toMillis()), new Late(MessageFilter.event(PROCESSED), by));
    }

    /** The results of these fragments come so much later; others overtake them. */
    public static Interference answersLate(Set<Integer> fragments, Duration by) {
        return onResults(
                "results of %s %d ms late".formatted(words(fragments), by.toMillis()), new Late(about(fragments), by));
    }

    /** These fragments fail. */
    public static Interference fails(Set<Integer> fragments, String code, boolean retryable) {
        return changed("%s for %s".formatted(code, words(fragments)), fragments, body -> body.put("status", "failed")
                .put(DUB, JSONObject.NULL)
                .put("error", error(code, retryable)));
    }

    /** These fragments succeed, but there is no dub. */
    public static Interference withoutDub(Set<Integer> fragments) {
        return changed("no dub for " + words(fragments), fragments, body -> body.put(DUB, JSONObject.NULL));
    }

    /** The dubs of these fragments are no audio. */
    public static Interference brokenDub(Set<Integer> fragments) {
        return changed("broken dub for " + words(fragments), fragments, body -> {
            body.getJSONObject(DUB).put("data_base64", "bm8gYXVkaW8gYXQgYWxs");
            return body;
        });
    }

    /** The dubs of these fragments last so many times as long as they should; for tunes, whose length can be chosen. */
    public static Interference dubLength(Set<Integer> fragments, double factor) {
        return changed("dub of %s %.2f times as long".formatted(words(fragments), factor), fragments, body -> {
            JSONObject dub = body.getJSONObject(DUB);
            dub.put("duration_ms", Math.round(dub.getLong("duration_ms") * factor));
            return body;
        });
    }

    /** These fragments never reach the STS; the worker gets an {@code error} instead. */
    public static Interference refuses(Set<Integer> fragments, String code, boolean retryable) {
        return new Interference(
                "%s refuses %s".formatted(code, words(fragments)),
                FaultPlan.none().with(Direction.WORKER_TO_STS, refusal(DATA, fragments, code, retryable)));
    }

    /** The first so many times this fragment is sent, it is refused; then it is not. */
    public static Interference refusesOnce(int fragment, String code) {
        AtomicInteger times = new AtomicInteger();
        MessageFilter first = MessageFilter.event(
                DATA,
                fragment + ", the first time",
                body -> body.optInt("sequence_number", -1) == fragment && times.getAndIncrement() == 0);
        return new Interference(
                "%s refuses %d once".formatted(code, fragment),
                FaultPlan.none()
                        .with(
                                Direction.WORKER_TO_STS,
                                Faults.answer(first, message -> List.of(refusalOf(message, code, false)))));
    }

    /** The session is granted with so many fragments in flight. */
    public static Interference grants(int inFlight) {
        return new Interference(
                "grants %d".formatted(inFlight),
                FaultPlan.none()
                        .with(
                                Direction.STS_TO_WORKER,
                                Faults.replace(
                                        MessageFilter.event("stream:ready"),
                                        message -> Message.event(
                                                "stream:ready", body(message).put("max_inflight", inFlight)))));
    }

    /** The first so many sessions that are asked for are never opened. */
    public static Interference neverReady(int times) {
        AtomicInteger seen = new AtomicInteger();
        return new Interference(
                "no stream:ready %d times".formatted(times),
                FaultPlan.none()
                        .with(
                                Direction.STS_TO_WORKER,
                                Faults.drop(MessageFilter.event(
                                        "stream:ready", "the first ones", body -> seen.getAndIncrement() < times))));
    }

    /** The session is completed so much later. */
    public static Interference completesLate(Duration by) {
        return onResults(
                "completes %d ms late".formatted(by.toMillis()), new Late(MessageFilter.event("stream:complete"), by));
    }

    /** Nobody is there. */
    public static Interference absent() {
        return new Interference("STS absent", FaultPlan.none().admitting(new Admission.Reset()));
    }

    private static Interference changed(String name, Set<Integer> fragments, UnaryOperator<JSONObject> change) {
        return onResults(
                name,
                Faults.replace(about(fragments), message -> Message.event(PROCESSED, change.apply(body(message)))));
    }

    private static Interference onResults(String name, FrameInterceptor interceptor) {
        return new Interference(name, FaultPlan.none().with(Direction.STS_TO_WORKER, interceptor));
    }

    private static FrameInterceptor refusal(String event, Set<Integer> fragments, String code, boolean retryable) {
        MessageFilter which = MessageFilter.event(
                event, words(fragments), body -> fragments.contains(body.optInt("sequence_number", -1)));
        return Faults.answer(which, message -> List.of(refusalOf(message, code, retryable)));
    }

    private static Message refusalOf(Message fragment, String code, boolean retryable) {
        JSONObject about = body(fragment);
        return Message.event(
                "error",
                error(code, retryable)
                        .put("error_id", UUID.randomUUID().toString())
                        .put("stream_id", about.optString("stream_id"))
                        .put("fragment_id", about.optString("fragment_id"))
                        .put("severity", "error")
                        .put("metadata", JSONObject.NULL));
    }

    private static JSONObject error(String code, boolean retryable) {
        return new JSONObject()
                .put("code", code)
                .put("message", "put on by the acceptance suite")
                .put("stage", JSONObject.NULL)
                .put("retryable", retryable);
    }

    private static MessageFilter about(Set<Integer> fragments) {
        return MessageFilter.event(
                PROCESSED, words(fragments), body -> fragments.contains(body.optInt("sequence_number", -1)));
    }

    private static String words(Set<Integer> fragments) {
        return fragments.stream().sorted().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static JSONObject body(Message message) {
        return new JSONObject(message.eventBody().map(JSONObject::toString).orElse("{}"));
    }

    private record Late(MessageFilter which, Duration by) implements FrameInterceptor {
        @Override
        public Verdict meet(Message message, FrameInterceptor.Passing passing) {
            return which.test(message)
                    ? new Verdict.Hold(
                            new CompletableFuture<Void>().completeOnTimeout(null, by.toMillis(), TimeUnit.MILLISECONDS))
                    : Verdict.PASS;
        }

        @Override
        public String describe() {
            return which + " " + by.toMillis() + " ms late";
        }
    }
}
