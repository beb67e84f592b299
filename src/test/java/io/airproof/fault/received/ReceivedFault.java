package io.airproof.fault.received;

import io.airproof.driver.record.ArrivedTag;
import java.util.List;

/** A damage to what the recorder received. */
@FunctionalInterface
public interface ReceivedFault {

    /**
     * The same packets with the damage, in the order of arrival.
     *
     * @throws IllegalArgumentException if there is nothing that could be damaged this way
     */
    List<ArrivedTag> apply(List<ArrivedTag> received);
}
