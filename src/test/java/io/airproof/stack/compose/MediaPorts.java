package io.airproof.stack.compose;

import io.airproof.process.FreePorts;
import java.util.List;
import java.util.Map;

/**
 * Where the media project is published.
 *
 * @param rtmp RTMP of MediaMTX
 * @param rtsp RTSP of MediaMTX
 * @param api API of MediaMTX
 * @param metrics metrics of MediaMTX
 * @param service HTTP of the media-service
 */
record MediaPorts(int rtmp, int rtsp, int api, int metrics, int service) {

    /** Ports that nobody listens on now. */
    static MediaPorts free() {
        List<Integer> ports = FreePorts.pick(5);
        return new MediaPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
    }

    /** The same with RTMP and RTSP elsewhere. */
    MediaPorts with(int otherRtmp, int otherRtsp) {
        return new MediaPorts(otherRtmp, otherRtsp, api, metrics, service);
    }

    /** As variables of the compose file. */
    Map<String, String> variables() {
        return Map.of(
                "MEDIAMTX_RTMP_PORT", Integer.toString(rtmp),
                "MEDIAMTX_RTSP_PORT", Integer.toString(rtsp),
                "MEDIAMTX_API_PORT", Integer.toString(api),
                "MEDIAMTX_METRICS_PORT", Integer.toString(metrics),
                "MEDIA_SERVICE_PORT", Integer.toString(service));
    }

    /** Those that a client of the project uses, by what is there. */
    Map<String, Integer> promised() {
        return Map.of("RTMP", rtmp, "RTSP", rtsp, "API of MediaMTX", api, "media-service", service);
    }
}
