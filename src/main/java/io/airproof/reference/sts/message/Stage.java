package io.airproof.reference.sts.message;

/** Where in the work on a fragment something happened (contract 4.6). */
public enum Stage {
    /** Decoding and recognition. */
    ASR("asr"),
    /** Translation. */
    TRANSLATION("translation"),
    /** Speaking, fitting and encoding. */
    TTS("tts"),
    /** The service around them. */
    PIPELINE("pipeline");

    private final String wireName;

    Stage(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }
}
