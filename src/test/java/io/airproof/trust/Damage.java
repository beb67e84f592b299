package io.airproof.trust;

import io.airproof.driver.tap.FaultPlan;
import io.airproof.fault.received.ReceivedFault;
import io.airproof.run.Broadcast;
import io.airproof.run.Interference;
import java.util.function.UnaryOperator;

/** Where and how a fault is seeded; always outside the services. */
sealed interface Damage {

    /** Where, in one word for the report. */
    String where();

    /** In what the viewer's recorder received of a healthy broadcast. */
    record Received(ReceivedFault fault) implements Damage {
        @Override
        public String where() {
            return "received";
        }
    }

    /** In what passes the tap, while the programme is on air: the services live with it. */
    record Wire(FaultPlan plan) implements Damage {
        @Override
        public String where() {
            return "wire";
        }

        Interference named(String id) {
            return new Interference(id, plan);
        }
    }

    /** In what the suite was told: metrics of the media-service, paths of the media server. */
    record Told(UnaryOperator<Broadcast> change) implements Damage {
        @Override
        public String where() {
            return "told";
        }
    }

    /** Nothing at all: whatever turns red is a false alarm. */
    record None() implements Damage {
        @Override
        public String where() {
            return "nowhere";
        }
    }
}
