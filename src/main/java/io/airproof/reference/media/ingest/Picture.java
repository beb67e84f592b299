package io.airproof.reference.media.ingest;

/**
 * A coded picture as it came.
 *
 * @param data the packet's bytes; not copied, not to be changed
 * @param dtsMs decoding time in ms, on the source's clock
 * @param ptsMs presentation time in ms
 * @param key whether it can be decoded without an earlier one
 */
@SuppressWarnings("ArrayRecordComponent")
public record Picture(byte[] data, long dtsMs, long ptsMs, boolean key) {

    /** The same picture on another clock. */
    public Picture earlier(long ms) {
        return new Picture(data, dtsMs - ms, ptsMs - ms, key);
    }
}
