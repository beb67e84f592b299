package io.airproof.media;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What packets of an FLV stream are coded with, for people.
 *
 * <p>Numbers: Adobe Flash Video File Format Specification 10.1, annex E; four-letter names: Enhanced RTMP, version 2.
 */
public final class FlvCodec {

    private static final int FOUR_LETTERS_PICTURE = 0x80;
    private static final int FOUR_LETTERS_SOUND = 9;
    private static final int NAME_BYTES = 4;

    private FlvCodec() {}

    /** The codecs of the packets of one kind, each named once in order of appearance; "none" if there is no packet. */
    public static String of(List<FlvTag> tags, FlvTag.Kind kind) {
        String names = tags.stream()
                .filter(tag -> tag.kind() == kind)
                .map(FlvCodec::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private static String name(FlvTag tag) {
        if (tag.data().length == 0) {
            return "empty packets";
        }
        int first = tag.data()[0] & 0xFF;
        return switch (tag.kind()) {
            case VIDEO -> (first & FOUR_LETTERS_PICTURE) != 0 ? fourLetters(tag) : picture(first & 0x0F);
            case AUDIO -> first >> 4 == FOUR_LETTERS_SOUND ? fourLetters(tag) : sound(first >> 4);
            case SCRIPT -> "script data";
        };
    }

    private static String fourLetters(FlvTag tag) {
        return tag.data().length > NAME_BYTES
                ? new String(tag.data(), 1, NAME_BYTES, StandardCharsets.ISO_8859_1).strip()
                : "packets cut off";
    }

    private static String picture(int id) {
        return switch (id) {
            case 2 -> "Sorenson H.263";
            case 3, 6 -> "Screen Video";
            case 4, 5 -> "VP6";
            case 7 -> "H.264";
            default -> "picture codec " + id;
        };
    }

    private static String sound(int id) {
        return switch (id) {
            case 0, 3 -> "PCM";
            case 1 -> "ADPCM";
            case 2, 14 -> "MP3";
            case 4, 5, 6 -> "Nellymoser";
            case 7 -> "A-law";
            case 8 -> "µ-law";
            case 10 -> "AAC";
            case 11 -> "Speex";
            default -> "sound codec " + id;
        };
    }
}
