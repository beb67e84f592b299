package io.airproof.driver.sts;

/** A connect error, in words. */
final class StsRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;

    StsRefusal(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
