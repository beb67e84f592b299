/**
 * HTTP, Engine.IO 4 and Socket.IO 5 on one port, WebSocket only. Knows nothing of dubbing: it moves named events
 * with one JSON object between a peer and a listener. Uses netty and Jackson, and no other room.
 */
@NullMarked
package io.airproof.reference.sts.wire;

import org.jspecify.annotations.NullMarked;
