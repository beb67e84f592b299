package io.airproof.run;

import io.airproof.media.FlvClip;
import io.airproof.media.FlvTag;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is wrong with the source: the clip is published in another way than it was made.
 *
 * @param name what; equal names are the same alteration
 * @param change makes of the clip what is published
 */
public record Alteration(String name, UnaryOperator<FlvClip> change) {

    /** Fixed, so that a failure can be looked at again. */
    private static final long SEED = 137;

    /** Only the first part of the clip. */
    public static Alteration first(Duration length) {
        return new Alteration("its first %d ms".formatted(length.toMillis()), clip -> clip.part(Duration.ZERO, length));
    }

    /** The whole clip so many times in a row. */
    public static Alteration repeated(int times) {
        return new Alteration(times + " times in a row", clip -> repeated(clip, times));
    }

    private static FlvClip repeated(FlvClip clip, int times) {
        int length = Math.toIntExact(clip.length().toMillis());
        Stream<FlvTag> media = IntStream.range(0, times).boxed().flatMap(round -> clip.afterHeaders().stream()
                .map(tag -> tag.at(tag.timestampMs() + round * length)));
        return new FlvClip(
                Stream.concat(clip.headers().stream(), media)
                        .sorted(FlvClip.WIRE_ORDER)
                        .toList(),
                clip.slate(),
                clip.length().multipliedBy(times),
                clip.slateLength());
    }

    /** There is no sound at all. */
    public static Alteration withoutSound() {
        return new Alteration("without sound", clip -> only(clip, tag -> !tag.isAac()));
    }

    /** There is no picture at all. */
    public static Alteration withoutPicture() {
        return new Alteration("without picture", clip -> only(clip, tag -> !tag.isAvc()));
    }

    /** The sound is away for a while. */
    public static Alteration silentFrom(Duration from, Duration upTo) {
        return new Alteration(
                "without sound from %d to %d s".formatted(from.toSeconds(), upTo.toSeconds()),
                clip -> new FlvClip(
                        clip.tags().stream()
                                .filter(tag -> !(tag.isAac()
                                        && tag.isMedia()
                                        && tag.timestampMs() >= from.toMillis()
                                        && tag.timestampMs() < upTo.toMillis()))
                                .toList(),
                        clip.slate(),
                        clip.length(),
                        clip.slateLength()));
    }

    /** One packet of sound in so many is damaged: its bytes are random. */
    public static Alteration damagedSound(int oneIn) {
        return new Alteration("one packet of sound in %d damaged".formatted(oneIn), clip -> damaged(clip, oneIn));
    }

    /**
     * The pictures become those of another clip of the same content, with another size.
     *
     * @param other begins with a key frame at {@code from}
     */
    public static Alteration turnsInto(FlvClip other, Duration from) {
        int begin = Math.toIntExact(from.toMillis());
        return new Alteration("another size from %d s on".formatted(from.toSeconds()), clip -> {
            Stream<FlvTag> before = clip.tags().stream().filter(tag -> !tag.isAvc() || tag.timestampMs() < begin);
            Stream<FlvTag> header =
                    other.headers().stream().filter(FlvTag::isAvc).map(tag -> tag.at(begin));
            Stream<FlvTag> after = other.media().stream().filter(tag -> tag.isAvc() && tag.timestampMs() >= begin);
            return new FlvClip(
                    Stream.of(before, header, after)
                            .flatMap(one -> one)
                            .sorted(FlvClip.WIRE_ORDER)
                            .toList(),
                    clip.slate(),
                    clip.length(),
                    clip.slateLength());
        });
    }

    /**
     * Its beginning in a codec that the contract does not ask for.
     *
     * @param codec name for people
     */
    public static Alteration codedIn(String codec, Duration length, UnaryOperator<FlvClip> recode) {
        return new Alteration("coded in " + codec, clip -> recode.apply(clip.part(Duration.ZERO, length)));
    }

    private static FlvClip only(FlvClip clip, Predicate<FlvTag> kept) {
        return new FlvClip(
                clip.tags().stream().filter(kept).toList(),
                clip.slate().stream().filter(kept).toList(),
                clip.length(),
                clip.slateLength());
    }

    private static FlvClip damaged(FlvClip clip, int oneIn) {
        List<FlvTag> tags = clip.tags();
        List<Integer> sound = IntStream.range(0, tags.size())
                .filter(place -> tags.get(place).isAac() && tags.get(place).isMedia())
                .boxed()
                .toList();
        Random random = new Random(SEED);
        List<Integer> hit = IntStream.range(0, sound.size())
                .filter(place -> place % oneIn == oneIn / 2)
                .mapToObj(sound::get)
                .toList();
        return new FlvClip(
                IntStream.range(0, tags.size())
                        .mapToObj(place -> hit.contains(place) ? damaged(tags.get(place), random) : tags.get(place))
                        .toList(),
                clip.slate(),
                clip.length(),
                clip.slateLength());
    }

    /** The same packet with its codec header, and noise for the rest. */
    private static FlvTag damaged(FlvTag tag, Random random) {
        byte[] noise = new byte[tag.data().length];
        random.nextBytes(noise);
        byte[] header = Arrays.copyOf(tag.data(), tag.data().length - tag.payload().length);
        System.arraycopy(header, 0, noise, 0, header.length);
        return new FlvTag(tag.kind(), tag.timestampMs(), noise);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Alteration same && same.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
