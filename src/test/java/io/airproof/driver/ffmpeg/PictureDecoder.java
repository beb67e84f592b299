package io.airproof.driver.ffmpeg;

import io.airproof.media.FlvTag;
import io.airproof.media.FlvWriter;
import io.airproof.media.GreyPicture;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Decodes H.264 to the brightness of its pictures, 320 × 180 pixels whatever their size was.
 *
 * <p>Only groups of pictures (from a key frame to before the next) are decoded in which a picture is wanted. A decoder that
 * gives fewer pictures of a group than it got does not tell which: then none of the group is shown. No picture is kept in
 * memory longer than it is looked at.
 */
public final class PictureDecoder {

    /** Width of what is decoded: a cell of the frame code has 16 pixels. */
    static final int WIDTH = 320;

    static final int HEIGHT = 180;

    /** Groups decoded by one process; it takes as long to start as one of 10 pictures to decode. */
    private static final int GROUPS_AT_ONCE = 16;

    /** More pictures are not looked at: 10 min of 60 a second. */
    public static final int MOST = 36_000;

    private static final Duration START = Duration.ofSeconds(30);

    /** Time allowed for a picture: 20 × what a slow machine needs at 1280 × 720. */
    private static final Duration PER_PICTURE = Duration.ofMillis(200);

    /** Spacing of packets on their way into ffmpeg, ms; no matter for the result. */
    private static final int SPACING_MS = 40;

    private final Ffmpeg ffmpeg;

    public PictureDecoder(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Looks at pictures of a stream.
     *
     * @param tags packets of the stream in the order they came; others than H.264 are ignored
     * @param wanted which pictures to look at, by their place among the pictures in {@code tags}
     * @param look what to see in a picture
     * @return what was seen, by the place of the picture; without those that do not decode, and those after {@link #MOST}
     */
    public <T> Map<Integer, T> look(List<FlvTag> tags, IntPredicate wanted, Function<GreyPicture, T> look) {
        List<Group> groups = bounded(
                groups(tags).stream().filter(group -> group.holds(wanted)).toList());
        Map<Integer, T> seen = new HashMap<>();
        for (int from = 0; from < groups.size(); from += GROUPS_AT_ONCE) {
            lookAt(groups.subList(from, Math.min(groups.size(), from + GROUPS_AT_ONCE)), look, seen);
        }
        seen.keySet().removeIf(place -> !wanted.test(place));
        return seen;
    }

    /** A key frame and what follows up to the next, with the parameters it is coded with. */
    private record Group(FlvTag header, List<FlvTag> pictures, int place) {

        boolean holds(IntPredicate wanted) {
            return IntStream.range(place, place + pictures.size()).anyMatch(wanted);
        }

        /** Places of the pictures in the order in which they are presented. */
        List<Integer> presented() {
            return IntStream.range(0, pictures.size())
                    .boxed()
                    .sorted(Comparator.comparing(i -> pictures.get(i).pts()))
                    .map(i -> place + i)
                    .toList();
        }
    }

    private static List<Group> groups(List<FlvTag> tags) {
        List<Group> groups = new ArrayList<>();
        Optional<FlvTag> header = Optional.empty();
        int place = 0;
        boolean open = false;
        for (FlvTag tag : tags) {
            if (tag.isAvc() && tag.isSequenceHeader()) {
                header = Optional.of(tag);
            } else if (tag.isAvc() && tag.isMedia()) {
                if (tag.isKeyFrame() && header.isPresent()) {
                    groups.add(new Group(header.get(), new ArrayList<>(), place));
                    open = true;
                }
                if (open) {
                    groups.get(groups.size() - 1).pictures().add(tag);
                }
                place++;
            }
        }
        return groups;
    }

    private static List<Group> bounded(List<Group> groups) {
        List<Group> first = new ArrayList<>();
        int pictures = 0;
        for (Group group : groups) {
            pictures += group.pictures().size();
            if (pictures > MOST) {
                break;
            }
            first.add(group);
        }
        return first;
    }

    private <T> void lookAt(List<Group> groups, Function<GreyPicture, T> look, Map<Integer, T> seen) {
        List<Integer> presented =
                groups.stream().flatMap(group -> group.presented().stream()).toList();
        List<T> found = decoded(groups, presented.size(), look);
        if (found.size() == presented.size()) {
            for (int i = 0; i < found.size(); i++) {
                seen.put(presented.get(i), found.get(i));
            }
        } else if (groups.size() > 1) {
            int half = groups.size() / 2;
            lookAt(groups.subList(0, half), look, seen);
            lookAt(groups.subList(half, groups.size()), look, seen);
        }
    }

    private <T> List<T> decoded(List<Group> groups, int count, Function<GreyPicture, T> look) {
        List<String> arguments = List.of(
                "-v",
                "fatal",
                "-threads",
                "1",
                "-f",
                "flv",
                "-i",
                "pipe:0",
                "-map",
                "0:v:0",
                "-vf",
                "scale=%d:%d:flags=area,format=gray".formatted(WIDTH, HEIGHT),
                "-fps_mode",
                "passthrough",
                "-f",
                "rawvideo",
                "pipe:1");
        try {
            return ffmpeg.run(
                    "pictures",
                    arguments,
                    out -> write(groups, out),
                    in -> read(in, look),
                    START.plus(PER_PICTURE.multipliedBy(count)));
        } catch (FfmpegException e) {
            return List.of(); // nothing of it decodes: its pictures cannot be seen
        }
    }

    /** Packets at even times, the order of presentation kept: times that are damaged make ffmpeg drop pictures. */
    private static void write(List<Group> groups, OutputStream out) throws IOException {
        FlvWriter writer = new FlvWriter(new BufferedOutputStream(out, 1 << 16));
        int time = 0;
        for (Group group : groups) {
            writer.write(group.header().at(time));
            List<Integer> presented = group.presented();
            int[] ranks = new int[presented.size()];
            int late = 0;
            for (int rank = 0; rank < ranks.length; rank++) {
                int i = presented.get(rank) - group.place();
                ranks[i] = rank;
                late = Math.max(late, i - rank);
            }
            for (int i = 0; i < ranks.length; i++) {
                writer.write(group.pictures().get(i).shown(time, (ranks[i] + late - i) * SPACING_MS));
                time += SPACING_MS;
            }
            time += late * SPACING_MS;
        }
        writer.close();
    }

    private static <T> List<T> read(InputStream in, Function<GreyPicture, T> look) throws IOException {
        List<T> found = new ArrayList<>();
        byte[] luma = in.readNBytes(WIDTH * HEIGHT);
        while (luma.length == WIDTH * HEIGHT) {
            found.add(look.apply(new GreyPicture(WIDTH, HEIGHT, luma)));
            luma = in.readNBytes(WIDTH * HEIGHT);
        }
        return found;
    }
}
