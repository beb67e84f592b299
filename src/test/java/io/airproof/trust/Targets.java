package io.airproof.trust;

import io.airproof.fixture.Clip;
import io.airproof.run.Programme;
import io.airproof.run.StsProfile;
import io.airproof.run.Weather;

/** The programmes of the features that faults are seeded into. */
final class Targets {

    static final Programme COUNTING = Programme.of(Clip.COUNTING_30, StsProfile.DUBBING);
    static final Programme ECHOED = Programme.of(Clip.COUNTING_30, StsProfile.ECHO);
    static final Programme MARKS = Programme.of(Clip.MARKS_60, StsProfile.ECHO);
    static final Programme TONE = Programme.of(Clip.TONE_18, StsProfile.ECHO);
    static final Programme PAUSES = Programme.of(Clip.PAUSES_30, StsProfile.DUBBING);
    static final Programme MUSIC = Programme.of(Clip.MUSIC_12, StsProfile.DUBBING);
    static final Programme TAIL_62 = Programme.of(Clip.COUNTING_62, StsProfile.ECHO);
    static final Programme TAIL_60_8 = Programme.of(Clip.COUNTING_60_8, StsProfile.ECHO);
    static final Programme MONO = Programme.of(Clip.MONO_48, StsProfile.ECHO);
    static final Programme UNCUED =
            Programme.of(Clip.COUNTING_30, StsProfile.ECHO).uncued();
    static final Programme LATE = Programme.of(Clip.MARKS_60, StsProfile.ECHO).with(Weather.lateResults(0, 500));

    private Targets() {}
}
