package io.airproof.trust;

import io.airproof.driver.tap.Direction;
import io.airproof.driver.tap.FaultPlan;
import io.airproof.driver.tap.Faults;
import io.airproof.driver.tap.FrameInterceptor;
import io.airproof.driver.tap.Message;
import io.airproof.driver.tap.MessageFilter;
import io.airproof.driver.tap.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.json.JSONObject;

/** What the tap can do to fragments and results; fragments are counted from 0. */
final class WireDamage {

    private static final String DATA = "fragment:data";
    private static final String PROCESSED = "fragment:processed";
    private static final String DUB = "dubbed_audio";

    private WireDamage() {}

    static FaultPlan dropResult(int number) {
        return toWorker(Faults.drop(about(PROCESSED, number)));
    }

    static FaultPlan dropFragment(int number) {
        return FaultPlan.none().with(Direction.WORKER_TO_STS, Faults.drop(about(DATA, number)));
    }

    static FaultPlan doubleResult(int number) {
        return toWorker(Faults.injectAfter(about(PROCESSED, number), List::of));
    }

    /** One result, changed. */
    static FaultPlan result(int number, UnaryOperator<JSONObject> change) {
        return toWorker(Faults.replace(
                about(PROCESSED, number), message -> Message.event(PROCESSED, change.apply(body(message)))));
    }

    static FaultPlan failResult(int number) {
        return result(number, body -> body.put("status", "failed")
                .put(DUB, JSONObject.NULL)
                .put(
                        "error",
                        new JSONObject()
                                .put("code", "TRANSLATION_FAILED")
                                .put("message", "seeded")
                                .put("stage", "translation")
                                .put("retryable", true)));
    }

    /** An error event that names no fragment, after a result. */
    static FaultPlan errorAfter(int number) {
        return toWorker(Faults.injectAfter(
                about(PROCESSED, number),
                message -> List.of(Message.event(
                        "error",
                        new JSONObject()
                                .put("code", "PROCESSING_ERROR")
                                .put("message", "seeded")
                                .put("severity", "error")
                                .put("retryable", true)))));
    }

    /** The fragment's own audio in place of its dub. */
    static FaultPlan echo(int number) {
        Map<String, JSONObject> heard = new ConcurrentHashMap<>();
        FrameInterceptor listen = watch(
                "remember fragments",
                about(DATA, number),
                message -> heard.put(
                        body(message).optString("fragment_id"), body(message).optJSONObject("audio")));
        return result(
                        number,
                        body -> heard.containsKey(body.optString("fragment_id"))
                                ? body.put(DUB, audio(heard.get(body.optString("fragment_id"))))
                                : body)
                .with(Direction.WORKER_TO_STS, listen);
    }

    /** The dub of the fragment before in place of its own. */
    static FaultPlan dubOfTheOneBefore(int number) {
        Map<Integer, JSONObject> dubs = new ConcurrentHashMap<>();
        FrameInterceptor listen = watch(
                "remember dubs",
                about(PROCESSED, number - 1),
                message -> dubs.put(number - 1, body(message).optJSONObject(DUB)));
        return toWorker(listen)
                .with(
                        Direction.STS_TO_WORKER,
                        Faults.replace(
                                about(PROCESSED, number),
                                message -> dubs.containsKey(number - 1)
                                        ? Message.event(PROCESSED, body(message).put(DUB, dubs.get(number - 1)))
                                        : message));
    }

    static FaultPlan lateResults(Duration by) {
        FrameInterceptor late = new FrameInterceptor() {
            @Override
            public Verdict meet(Message message, Passing passing) {
                return MessageFilter.event(PROCESSED).test(message) ? new Verdict.Delay(by) : Verdict.PASS;
            }

            @Override
            public String describe() {
                return "results " + by.toMillis() + " ms late";
            }
        };
        return toWorker(late);
    }

    static FaultPlan lateReady(Duration by) {
        return toWorker(Faults.delay(MessageFilter.event("stream:ready"), by));
    }

    private static FaultPlan toWorker(FrameInterceptor interceptor) {
        return FaultPlan.none().with(Direction.STS_TO_WORKER, interceptor);
    }

    private static JSONObject audio(JSONObject fragmentAudio) {
        return new JSONObject(fragmentAudio.toString());
    }

    private static MessageFilter about(String event, int number) {
        return MessageFilter.numbered(event, number);
    }

    private static JSONObject body(Message message) {
        return new JSONObject(message.eventBody().map(JSONObject::toString).orElse("{}"));
    }

    private static FrameInterceptor watch(String name, MessageFilter which, java.util.function.Consumer<Message> seen) {
        return new FrameInterceptor() {
            @Override
            public Verdict meet(Message message, Passing passing) {
                if (which.test(message)) {
                    seen.accept(message);
                }
                return Verdict.PASS;
            }

            @Override
            public String describe() {
                return name;
            }
        };
    }
}
