package io.airproof.driver.tap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The ready-made interceptors. Each is a value that says in words what it does. */
public final class Faults {

    private Faults() {}

    /** The receiver never gets these messages. */
    public static FrameInterceptor drop(MessageFilter which) {
        return new OnMatch("drop " + which, which, message -> new Verdict.Drop());
    }

    /** These messages, and with them all that follow, arrive {@code by} later: order is kept. */
    public static FrameInterceptor delay(MessageFilter which, Duration by) {
        return new OnMatch("delay " + which + " by " + by.toMillis() + " ms", which, message -> new Verdict.Delay(by));
    }

    /** The receiver gets something else in place of these messages. */
    public static FrameInterceptor replace(MessageFilter which, Function<Message, Message> change) {
        return new OnMatch("replace " + which, which, message -> new Verdict.Replace(List.of(change.apply(message))));
    }

    /** After each of these messages the receiver gets one more, made by the tap. */
    public static FrameInterceptor injectAfter(MessageFilter which, Function<Message, List<Message>> more) {
        return new OnMatch("inject after " + which, which, message -> {
            List<Message> all = new ArrayList<>();
            all.add(message);
            all.addAll(more.apply(message));
            return new Verdict.Replace(all);
        });
    }

    /** The tap answers these messages; the other side never sees them. */
    public static FrameInterceptor answer(MessageFilter which, Function<Message, List<Message>> answers) {
        return new OnMatch("answer " + which, which, message -> new Verdict.Answer(answers.apply(message)));
    }

    /** The connection is cut when such a message arrives; the message is not passed on. */
    public static FrameInterceptor cutOn(MessageFilter which, Cut how) {
        return new OnMatch("cut on " + which + " (" + how + ")", which, message -> new Verdict.CutLink(how));
    }

    /** No heartbeat passes; everything else does. */
    public static FrameInterceptor stopPings() {
        return drop(MessageFilter.heartbeats());
    }

    private record OnMatch(String name, MessageFilter which, Function<Message, Verdict> then)
            implements FrameInterceptor {
        @Override
        public Verdict meet(Message message, Passing passing) {
            return which.test(message) ? then.apply(message) : Verdict.PASS;
        }

        @Override
        public String describe() {
            return name;
        }
    }
}
