package io.airproof.driver.tap;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What an {@link FrameInterceptor} decides about a message. */
public sealed interface Verdict {

    /** Go on to the next interceptor, unchanged; after the last one, to the receiver. */
    record Pass() implements Verdict {}

    /** The receiver never gets it. */
    record Drop() implements Verdict {}

    /** These go on in its place, in this order; with the message itself among them this is an injection. */
    record Replace(List<Message> messages) implements Verdict {
        public Replace {
            messages = List.copyOf(messages);
        }
    }

    /** It goes on this much later, and everything behind it stays behind it, as on a slow line. */
    record Delay(Duration by) implements Verdict {
        public Delay {
            if (by.isNegative()) {
                throw new IllegalArgumentException("a delay is not negative: " + by);
            }
        }
    }

    /** It goes on when {@code until} completes; what comes behind it overtakes it. */
    record Hold(CompletionStage<?> until) implements Verdict {}

    /** It goes no further, and its sender gets these instead, as if from the other side. */
    record Answer(List<Message> messages) implements Verdict {
        public Answer {
            messages = List.copyOf(messages);
        }
    }

    /** It is not passed on, and the connection is cut. */
    record CutLink(Cut how) implements Verdict {}

    /** The usual verdict. */
    Verdict PASS = new Pass();
}
