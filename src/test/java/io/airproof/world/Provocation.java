package io.airproof.world;

import io.airproof.driver.sts.FragmentContract;
import io.airproof.driver.sts.MemberFault;
import io.airproof.driver.sts.OutgoingFragment;
import io.airproof.driver.sts.PaddedM4a;
import java.time.Instant;
import java.util.Arrays;
import org.json.JSONObject;

/** What makes an STS send an {@code error} event, in the words of the features. */
enum Provocation {
    NO_SESSION("a fragment without a session") {
        @Override
        void act(StsSession session, Excerpt sound) {
            session.send(sound);
        }
    },
    ENDED("a fragment after the end") {
        @Override
        void act(StsSession session, Excerpt sound) {
            session.open();
            session.say("stream:end");
            session.send(sound);
        }
    },
    PAUSED("a fragment during a pause") {
        @Override
        void act(StsSession session, Excerpt sound) {
            session.open();
            session.say("stream:pause");
            session.send(sound);
        }
    },
    BAD_INIT("an init without a worker id") {
        @Override
        void act(StsSession session, Excerpt sound) {
            init(session, new MemberFault("worker_id", ""));
        }
    },
    LANGUAGE("an init with French as its target") {
        @Override
        void act(StsSession session, Excerpt sound) {
            init(session, new MemberFault("config.target_language", "\"fr\""));
        }
    },
    VOICE("an init with an unknown voice") {
        @Override
        void act(StsSession session, Excerpt sound) {
            init(session, new MemberFault("config.voice_profile", "\"nobody\""));
        }
    },
    MALFORMED("a fragment of another stream") {
        @Override
        void act(StsSession session, Excerpt sound) {
            session.open();
            JSONObject fragment = session.next(sound).toJson(Instant.now());
            session.client().emit("fragment:data", new MemberFault("stream_id", "\"another\"").in(fragment));
        }
    },
    TOO_LARGE("a fragment above 10 MiB") {
        @Override
        void act(StsSession session, Excerpt sound) {
            session.open();
            byte[] large = PaddedM4a.of(sound.m4a(), FragmentContract.MAX_BASE64 / 4 * 3 + 3);
            session.send(new Excerpt(large, sound.durationMs()));
        }
    },
    TOO_FAR_AHEAD("a number too far ahead") {
        @Override
        void act(StsSession session, Excerpt sound) {
            session.open();
            OutgoingFragment far = session.numbered(session.init().maxInflight() + 1, sound);
            session.client().sendFragment(far);
        }
    },
    ELEVENTH("an eleventh unanswered fragment") {
        @Override
        void act(StsSession session, Excerpt sound) {
            session.open();
            for (int i = 0; i <= MOST_UNANSWERED; i++) {
                session.send(sound);
            }
        }
    };

    /** Contract 4.9. */
    private static final int MOST_UNANSWERED = 10;

    private final String words;

    Provocation(String words) {
        this.words = words;
    }

    /** Whether a message of MiB is sent. */
    boolean isLarge() {
        return this == TOO_LARGE;
    }

    /** How the features call it. */
    String words() {
        return words;
    }

    /** Does it on a fresh connection; the error is still to be waited for. */
    abstract void act(StsSession session, Excerpt sound);

    private static void init(StsSession session, MemberFault fault) {
        session.client().emit("stream:init", fault.in(session.init().toJson()));
    }

    static Provocation named(String words) {
        return Arrays.stream(values())
                .filter(one -> one.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is known that is called \"%s\"; there are: %s"
                        .formatted(
                                words,
                                Arrays.stream(values()).map(Provocation::words).toList())));
    }
}
