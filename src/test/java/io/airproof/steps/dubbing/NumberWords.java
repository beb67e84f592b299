package io.airproof.steps.dubbing;

import io.cucumber.java.ParameterType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How sentences count fragments and segments. */
public final class NumberWords {

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
}
