package io.airproof.driver.tap;

import io.airproof.driver.tap.Connection.Closer;
import io.airproof.driver.tap.Connection.End;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadFactory;

/** One TCP connection to the tap, from its HTTP head to the open WebSocket or to its refusal. */
final class Visit {

    /** The header by which a worker says which stream it serves (contract 4.1). */
    static final String STREAM_HEADER = "X-Stream-ID";

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int BAD_GATEWAY = 502;

    private final Peer worker;
    private final Switchboard board;
    private final ThreadFactory threads;

    Visit(Peer worker, Switchboard board, ThreadFactory threads) {
        this.worker = worker;
        this.board = board;
        this.threads = threads;
    }

    void run() {
        try {
            Optional<HttpHead> head = HttpHead.read(worker.in());
            if (head.isEmpty()) {
                worker.close();
                return;
            }
            worker.headIsThrough();
            String streamId = head.get().first(STREAM_HEADER).orElse("");
            if (head.get().isUpgrade()) {
                upgrade(head.get(), streamId);
            } else {
                plain(head.get(), streamId);
            }
        } catch (IOException e) {
            worker.close();
        }
    }

    private void upgrade(HttpHead head, String streamId) throws IOException {
        TapRecord record = board.record(streamId);
        long number = board.nextConnection();
        record.add(new Handshake(
                number, Instant.now(), head.target(), head.byName(), Optional.empty(), OptionalInt.empty()));
        Admission admission = board.plan(streamId).admission();
        if (admission instanceof Admission.Refuse refuse) {
            refuse(record, number, refuse.status(), "Refused", refuse.body(), "handshake refused by a fault");
        } else if (admission instanceof Admission.Reset) {
            ended(record, number, Closer.TAP, "handshake reset by a fault");
            worker.reset();
        } else if (admission instanceof Admission.Ignore) {
            ended(record, number, Closer.TAP, "handshake ignored by a fault");
            long ignored = worker.in().transferTo(java.io.OutputStream.nullOutputStream());
            worker.close();
        } else {
            open(head, streamId, record, number);
        }
    }

    private void open(HttpHead head, String streamId, TapRecord record, long number) throws IOException {
        Optional<Route> route = board.route(streamId);
        if (route.isEmpty()) {
            String why = "the tap has no route for stream \"" + streamId + "\": call route() or defaultRoute() first";
            refuse(record, number, BAD_GATEWAY, "Bad Gateway", why, why);
            return;
        }
        Route.Forward to = (Route.Forward) route.get();
        Peer sts;
        HttpHead answer;
        try {
            sts = board.keep(Peer.connect(to));
            sts.send(head.without("Sec-WebSocket-Extensions")
                    .with("Host", to.authority())
                    .encode());
            answer = HttpHead.read(sts.in()).orElseThrow(() -> new IOException("it closed without an answer"));
            sts.headIsThrough();
        } catch (IOException e) {
            String why = "the tap finds no STS at " + to.sts() + " for stream \"" + streamId + "\": " + e.getMessage();
            record.add(new Intervention(Instant.now(), number, Direction.WORKER_TO_STS, why));
            refuse(record, number, BAD_GATEWAY, "Bad Gateway", why, why);
            return;
        }
        record.answered(number, Instant.now(), answer.status());
        if (answer.status() == SWITCHING_PROTOCOLS) {
            Link link = board.link(streamId, number, worker, sts);
            worker.send(answer.encode());
            link.start(threads);
        } else {
            worker.send(answer.encode());
            ended(record, number, Closer.STS, "the STS refused the handshake: " + answer.firstLine());
            pipe(sts);
        }
    }

    private void plain(HttpHead head, String streamId) throws IOException {
        Optional<Route> route = board.route(streamId);
        String where = route.map(known -> ((Route.Forward) known).sts().toString())
                .orElse("nowhere (no route for stream \"" + streamId + "\")");
        try {
            Route.Forward to = (Route.Forward) route.orElseThrow(() -> new IOException("no route"));
            Peer sts = board.keep(Peer.connect(to));
            sts.headIsThrough();
            sts.send(head.with("Host", to.authority())
                    .with("Connection", "close")
                    .encode());
            pipe(sts);
        } catch (IOException e) {
            worker.send(HttpHead.answer(
                    BAD_GATEWAY, "Bad Gateway", "the tap cannot forward to " + where + ": " + e.getMessage()));
            worker.close();
        }
    }

    /** Bytes both ways until either side ends. */
    private void pipe(Peer sts) {
        threads.newThread(() -> copy(worker, sts)).start();
        copy(sts, worker);
    }

    private static void copy(Peer from, Peer to) {
        try {
            long ignored = from.in().transferTo(to.out());
        } catch (IOException e) {
            // one of the two has gone: so does the other
        } finally {
            from.close();
            to.close();
        }
    }

    private void refuse(TapRecord record, long number, int status, String phrase, String body, String why)
            throws IOException {
        worker.send(HttpHead.answer(status, phrase, body));
        record.answered(number, Instant.now(), status);
        ended(record, number, Closer.TAP, why);
        worker.close();
    }

    private static void ended(TapRecord record, long number, Closer by, String why) {
        record.ended(number, new End(Instant.now(), by, OptionalInt.empty(), why));
    }
}
