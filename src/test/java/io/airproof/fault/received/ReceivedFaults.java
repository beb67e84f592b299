package io.airproof.fault.received;

import io.airproof.driver.ffmpeg.Ffmpeg;
import io.airproof.media.FlvTag;
import io.airproof.media.Sound;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Every damage to a recording. Times are counted from the presentation of the first picture, pictures from 0 in decoding
 * order.
 *
 * <p>Damages of samples decode the sound, change each channel alike and code it again at the same rate; packets keep
 * their number, time stamps and arrival times, and content its place to within 1 ms.
 */
public final class ReceivedFaults {

    private final SoundRecoder soundRecoder;
    private final PictureRecoder pictureRecoder;

    /** Faults that run this ffmpeg where they must code again. */
    public ReceivedFaults(Ffmpeg ffmpeg) {
        this.soundRecoder = new SoundRecoder(ffmpeg);
        this.pictureRecoder = new PictureRecoder(ffmpeg);
    }

    /** The time stamps of the sound are later (or earlier, below 0) by this much: above 0 the sound comes late. */
    public ReceivedFault audioShifted(Duration by) {
        return TimeFaults.audioShifted(by);
    }

    /** The time stamps of the sound fall behind by so many ms in each second; below 0 they run ahead. */
    public ReceivedFault audioDrifting(double msPerSecond) {
        return TimeFaults.audioDrifting(msPerSecond);
    }

    /** One picture is missing; no time stamp is changed. */
    public ReceivedFault pictureLost(int index) {
        return PacketFaults.pictureLost(index);
    }

    /** One picture comes twice, the second time halfway to the next one. The last picture cannot be repeated. */
    public ReceivedFault pictureRepeated(int index) {
        return PacketFaults.pictureRepeated(index);
    }

    /** Two pictures change places; the time stamps stay. */
    public ReceivedFault picturesSwapped(int a, int b) {
        return PacketFaults.picturesSwapped(a, b);
    }

    /**
     * So many pictures from this one on are the same coded picture, the first. Where that is no key frame, its coded
     * changes are applied anew each time: equal in bits, not quite equal to the eye.
     */
    public ReceivedFault picturesFrozen(int from, int count) {
        return PacketFaults.picturesFrozen(from, count);
    }

    /** From a decoding time on, all time stamps are later (or earlier, below 0) by this much. */
    public ReceivedFault timestampsJump(Duration at, Duration by) {
        return TimeFaults.jump(packet -> true, at, by);
    }

    /** From a decoding time on, the time stamps of the sound are later (or earlier, below 0) by this much. */
    public ReceivedFault audioTimestampsJump(Duration at, Duration by) {
        return TimeFaults.jump(Received::isSound, at, by);
    }

    /** The last part of sound and picture is missing: what is presented later than this long before the last packet. */
    public ReceivedFault tailCut(Duration length) {
        return PacketFaults.tailCut(packet -> packet.tag().isMedia(), length);
    }

    /** The first pictures are missing, up to the first key frame at or after this time; the sound is there. */
    public ReceivedFault headCut(Duration length) {
        return PacketFaults.headCut(length);
    }

    /** The last part of the sound is missing: what is stamped later than this long before its last packet. */
    public ReceivedFault audioTailCut(Duration length) {
        return PacketFaults.tailCut(Received::isSound, length);
    }

    /** The AAC packets stamped from {@code at} to before {@code at + length} are missing. */
    public ReceivedFault audioPacketsLost(Duration at, Duration length) {
        return PacketFaults.audioPacketsLost(at, length);
    }

    /** From the first packet presented at this time or later, everything arrives later by this much. */
    public ReceivedFault arrivalStalls(Duration at, Duration length) {
        return TimeFaults.arrivalStalls(at, length);
    }

    /** No sound and no header of it. */
    public ReceivedFault noAudio() {
        return PacketFaults.without(FlvTag.Kind.AUDIO);
    }

    /** No picture and no header of it. */
    public ReceivedFault noVideo() {
        return PacketFaults.without(FlvTag.Kind.VIDEO);
    }

    /**
     * Only the packets that are whole in the first part of the FLV file.
     *
     * @param part of its bytes, 0 to below 1
     */
    public ReceivedFault truncatedFile(double part) {
        return PacketFaults.truncatedFile(part);
    }

    /** Nothing was received. */
    public ReceivedFault empty() {
        return received -> List.of();
    }

    /** Bytes in the later half of each slice of so many pictures are turned over; sizes and headers stay. */
    public ReceivedFault corruptPictures(int from, int count) {
        return PacketFaults.corruptPictures(from, count);
    }

    /**
     * Any change of the samples.
     *
     * @param change gets one channel on stream time, starting before 0 where the sound starts before the picture, and is
     *     called once for each; gives sound of the same rate. What it does not reach becomes silent.
     */
    public ReceivedFault sound(UnaryOperator<Sound> change) {
        return soundRecoder.changing(change);
    }

    /** Samples of zero, cut in hard. What AAC makes of it stays within a packet of its edges. */
    public ReceivedFault gap(Duration at, Duration length) {
        return sound(SoundChanges.gap(at, length));
    }

    /** One period of a square wave at full scale, 2 ms long. */
    public ReceivedFault click(Duration at) {
        return sound(SoundChanges.click(at));
    }

    /** Amplified by so many dB, above 0, and cut off at full scale. */
    public ReceivedFault clipped(double gainDb) {
        return sound(SoundChanges.gained(above0(gainDb)));
    }

    /** Attenuated by so many dB, above 0. */
    public ReceivedFault quieter(double db) {
        return sound(SoundChanges.gained(-above0(db)));
    }

    /** Another sound is added from this time on, at a level of so many dB over (below 0: under) its own. */
    public ReceivedFault mixedUnder(Sound other, Duration at, double db) {
        return sound(SoundChanges.mixedUnder(other, at, db));
    }

    /** Another sound, whole, in place of what was there. */
    public ReceivedFault segmentReplaced(Duration at, Sound by) {
        return sound(SoundChanges.segmentReplaced(at, by));
    }

    /** Two parts of the sound change places. */
    public ReceivedFault segmentsSwapped(Duration a, Duration b, Duration length) {
        return sound(SoundChanges.segmentsSwapped(a, b, length));
    }

    /** Silent as if muted at a mixer: faded within 10 ms before and after. */
    public ReceivedFault muted(Duration at, Duration length) {
        return sound(SoundChanges.muted(at, length));
    }

    /** The polarity of all channels turned. */
    public ReceivedFault invertedPolarity() {
        return sound(Sound::inverted);
    }

    /** One AAC channel, the mean of what there was; the header says so. */
    public ReceivedFault mono() {
        return soundRecoder.mono();
    }

    /** The pictures decoded and coded again as H.264, as many and at the same times. */
    public ReceivedFault videoReencoded(int kbitPerS) {
        return pictureRecoder.recoding(kbitPerS);
    }

    private static double above0(double db) {
        if (!(db > 0)) {
            throw new IllegalArgumentException("a change of level is above 0 dB, not " + db);
        }
        return db;
    }
}
