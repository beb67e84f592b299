package io.airproof.steps.dubbing;

import io.airproof.fixture.Clip;
import io.airproof.run.StsProfile;
import io.airproof.world.ForeignCodec;
import io.cucumber.java.ParameterType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the words of sentences mean. It needs nothing, so that a run that cannot start is not taken for a wrong word. */
public final class Vocabulary {

    /** "2", "1 and 3", "1, 2 and 4", "1 to 4". */
    @ParameterType("\\d+(?: to \\d+|(?:, \\d+)*(?: and \\d+)?)")
    public Set<Integer> fragments(String words) {
        if (words.contains(" to ")) {
            String[] ends = words.split(" to ", 2);
            return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                    .boxed()
                    .collect(Collectors.toSet());
        }
        return Arrays.stream(words.split(", | and ")).map(Integer::valueOf).collect(Collectors.toSet());
    }

    /** "0, 300 and 700". */
    @ParameterType("[0-9]+(?:, [0-9]+)* and [0-9]+")
    public List<Duration> durations(String list) {
        return Stream.of(list.split(", | and "))
                .map(Long::parseLong)
                .map(Duration::ofMillis)
                .toList();
    }

    @ParameterType("[A-Z0-9.]+")
    public ForeignCodec codec(String label) {
        return ForeignCodec.labelled(label);
    }

    /** "echo" or "dubbing". */
    @ParameterType("echo|dubbing")
    public StsProfile profile(String name) {
        return StsProfile.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** A clip by the name that the features use. */
    @ParameterType(
            "[0-9.]+ s (?:[a-z]+ )?clip(?: in mono at [0-9.]+ kHz| in 640×360| with pauses| of two voices| with a fast sound clock)?")
    public Clip clip(String name) {
        return Clip.labelled(name);
    }

    /** "mono" or "stereo". */
    @ParameterType("mono|stereo")
    public int channels(String word) {
        return word.equals("mono") ? 1 : 2;
    }
}
