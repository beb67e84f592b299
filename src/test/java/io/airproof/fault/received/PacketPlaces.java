package io.airproof.fault.received;

import io.airproof.media.FlvTag;
import io.airproof.media.Sound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the samples of each AAC packet lie in the sound that a viewer hears: contiguous while a packet is at most 3 ms
 * off its place, otherwise where its time stamp says.
 *
 * @param firstSamples index of the first sample of each packet
 * @param sampleRate samples per second
 * @param start stream time of sample 0; before 0 where the sound starts before the picture
 */
record PacketPlaces(List<Integer> firstSamples, int sampleRate, Duration start) {

    /** Samples that one packet of AAC-LC decodes to (ISO/IEC 14496-3). */
    static final int PACKET_SAMPLES = 1024;

    private static final double MS_PER_SECOND = 1000;
    private static final int JITTER_MS = 3;

    PacketPlaces {
        firstSamples = List.copyOf(firstSamples);
    }

    static PacketPlaces of(List<FlvTag> packets, int sampleRate, Duration zero) {
        long origin = packets.get(0).timestampMs();
        double samplesPerMs = sampleRate / MS_PER_SECOND;
        List<Integer> places = new ArrayList<>();
        int next = 0;
        for (FlvTag packet : packets) {
            int stamped = Math.toIntExact(Math.round((packet.timestampMs() - origin) * samplesPerMs));
            int place = Math.abs(stamped - next) <= JITTER_MS * samplesPerMs ? next : Math.max(0, stamped);
            places.add(place);
            next = place + PACKET_SAMPLES;
        }
        return new PacketPlaces(places, sampleRate, Duration.ofMillis(origin).minus(zero));
    }

    /** The samples of packet after packet, laid on the time line; gaps are zeros. */
    Sound laid(float[] samples) {
        int end = firstSamples.stream()
                .mapToInt(first -> first + PACKET_SAMPLES)
                .max()
                .orElse(0);
        float[] laid = new float[end];
        for (int i = 0; i < firstSamples.size(); i++) {
            System.arraycopy(samples, i * PACKET_SAMPLES, laid, firstSamples.get(i), PACKET_SAMPLES);
        }
        return new Sound(laid, sampleRate, start);
    }

    /** The samples of packet after packet, taken from the time line; what the sound does not reach is silent. */
    float[] taken(Sound sound) {
        if (sound.sampleRate() != sampleRate) {
            throw new IllegalArgumentException(
                    "a change keeps the rate of %d Hz, this one gave %d".formatted(sampleRate, sound.sampleRate()));
        }
        int offset = sound.indexAt(start);
        float[] samples = new float[firstSamples.size() * PACKET_SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            int at = offset + firstSamples.get(i / PACKET_SAMPLES) + i % PACKET_SAMPLES;
            samples[i] = at >= 0 && at < sound.samples().length ? sound.samples()[at] : 0;
        }
        return samples;
    }
}
