package io.airproof.driver.rtmp;

/**
 * One message of an RTMP chunk stream, put together again.
 *
 * @param type message type id: 20 is an AMF0 command, 18 is AMF0 data
 * @param payload its bytes, without any chunk header
 */
record RtmpMessage(int type, byte[] payload) {

    /** The sender's chunks have another size from now on. */
    static final int SET_CHUNK_SIZE = 1;

    /** Data in AMF0, such as onMetaData. */
    static final int DATA = 18;

    /** A command in AMF0, such as play. */
    static final int COMMAND = 20;
}
