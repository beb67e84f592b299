package io.airproof.driver.tap;

import io.airproof.driver.tap.Connection.Closer;
import io.airproof.driver.tap.Connection.End;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One open WebSocket through the tap. Per direction one thread reads, asks the faults and queues, and one thread writes
 * and keeps the record, so that a late message does not falsify the arrival time of the next one.
 */
final class Link {

    private final long number;
    private final Peer worker;
    private final Peer sts;
    private final TapRecord record;
    private final FaultChain faults;
    private final Executor recorder;
    private final Consumer<Link> onClosed;
    private final Lane toSts = new Lane();
    private final Lane toWorker = new Lane();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger running = new AtomicInteger(2 * Direction.values().length);
    private volatile boolean dead;
    private volatile boolean closing;

    Link(
            long number,
            Peer worker,
            Peer sts,
            TapRecord record,
            FaultChain.Plan plan,
            Executor recorder,
            Consumer<Link> onClosed) {
        this.recorder = recorder;
        this.number = number;
        this.worker = worker;
        this.sts = sts;
        this.record = record;
        this.onClosed = onClosed;
        this.faults = new FaultChain(plan, record, number, this::lane, this::cut);
    }

    void start(ThreadFactory threads) {
        for (Direction direction : Direction.values()) {
            threads.newThread(() -> read(direction)).start();
            threads.newThread(() -> write(direction)).start();
        }
    }

    /** Ends the connection as told. */
    void cut(Cut how) {
        record.ended(number, new End(Instant.now(), Closer.TAP, OptionalInt.empty(), "cut by the tap: " + how));
        dead = true;
        toSts.stop();
        toWorker.stop();
        switch (how) {
            case SILENCE -> {
                // the readers go on reading, and throw away
            }
            case CLOSE -> {
                worker.endOutput();
                sts.endOutput();
            }
            case RESET -> {
                worker.reset();
                sts.reset();
                close();
            }
        }
    }

    /** Puts in a message of the tap's own, behind those that wait. */
    void say(Direction direction, Message message) {
        lane(direction).put(new Parcel(message, Instant.now(), java.time.Duration.ZERO, Origin.TAP));
    }

    /** Frees everything; what still waits is lost. */
    void close() {
        if (closed.compareAndSet(false, true)) {
            record.ended(number, new End(Instant.now(), Closer.TAP, OptionalInt.empty(), "the tap was closed"));
            toSts.stop();
            toWorker.stop();
            worker.close();
            sts.close();
            onClosed.accept(this);
        }
    }

    private Lane lane(Direction direction) {
        return direction == Direction.WORKER_TO_STS ? toSts : toWorker;
    }

    private Peer sender(Direction direction) {
        return direction == Direction.WORKER_TO_STS ? worker : sts;
    }

    private static Closer closer(Direction direction) {
        return direction == Direction.WORKER_TO_STS ? Closer.WORKER : Closer.STS;
    }

    private void read(Direction direction) {
        try {
            FrameReader reader = new FrameReader(sender(direction).in());
            List<Frame> message = new ArrayList<>();
            Optional<Frame> frame = reader.read();
            while (frame.isPresent()) {
                if (!dead) {
                    take(frame.get(), message, direction);
                }
                frame = reader.read();
            }
            readerEnded(direction, "TCP closed, no close frame");
        } catch (FrameFormatException e) {
            broken(direction, "cannot go on: " + e.getMessage());
        } catch (IOException e) {
            boolean orderly = closing || closed.get();
            readerEnded(direction, "TCP: " + e.getMessage());
            if (!orderly) {
                reset();
            }
        } catch (RuntimeException e) {
            broken(direction, "a fault failed, the connection is reset: " + e);
        }
    }

    /** A sender has nothing more to say; what it said before is still delivered. */
    private void readerEnded(Direction direction, String how) {
        closing = true;
        record.ended(number, new End(Instant.now(), closer(direction), OptionalInt.empty(), how));
        lane(direction).end();
        threadEnded();
    }

    private void threadEnded() {
        if (running.decrementAndGet() == 0) {
            close();
        }
    }

    private void take(Frame frame, List<Frame> message, Direction direction) {
        Instant now = Instant.now();
        if (frame.opcode().isControl()) {
            closing |= frame.opcode() == Frame.Opcode.CLOSE;
            faults.meet(direction, Message.of(frame), now);
            return;
        }
        message.add(frame);
        if (frame.isLast()) {
            Message whole = Message.of(message);
            message.clear();
            faults.meet(direction, whole, now);
        }
    }

    private void write(Direction direction) {
        Peer receiver = sender(direction.reverse());
        try {
            FrameWriter writer = new FrameWriter(receiver.out(), direction == Direction.WORKER_TO_STS);
            if (lane(direction).drain(parcel -> deliver(parcel, direction, writer))) {
                receiver.endOutput();
            }
            threadEnded();
        } catch (IOException e) {
            if (closing
                    || dead
                    || closed.get()) { // the receiver has said goodbye already: no more than talking to its back
                lane(direction).stop();
                threadEnded();
            } else {
                record.add(new Intervention(
                        Instant.now(), number, direction, "could not deliver a message: " + e.getMessage()));
                reset();
            }
        }
    }

    private void deliver(Parcel parcel, Direction direction, FrameWriter writer) throws IOException {
        Instant now = Instant.now();
        writer.write(parcel.message());
        if (parcel.message().opcode() == Frame.Opcode.CLOSE) {
            Closer by = parcel.origin() == Origin.PEER ? closer(direction) : Closer.TAP;
            record.ended(number, CloseFrames.end(parcel.message(), now, by));
        }
        recorder.execute(() -> keep(parcel, direction, now));
    }

    private void keep(Parcel parcel, Direction direction, Instant now) {
        record.carried(number, direction, parcel.message(), now);
        try {
            WireEvents.of(parcel, direction, number, now).ifPresent(record::add);
        } catch (PacketFormatException e) {
            record.add(new TapRecord.Unreadable(parcel.at(), direction, number, String.valueOf(e.getMessage())));
        }
    }

    private void broken(Direction direction, String why) {
        record.add(new Intervention(Instant.now(), number, direction, why));
        record.ended(number, new End(Instant.now(), Closer.TAP, OptionalInt.empty(), why));
        reset();
    }

    private void reset() {
        worker.reset();
        sts.reset();
        close();
    }
}
