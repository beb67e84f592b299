@contract
Feature: MediaMTX tells the media-service who is on air
  A broadcaster only publishes; everything else follows from the hook. It is told once, answered at once, and never
  disturbs the stream.

  Rule: The hook tells what happens, and nothing depends on whether it is heard

    @p2 @DUB-098
    Scenario: Start and stop of a broadcaster are told within a second
      Given a MediaMTX whose hooks call the suite
      When a broadcaster publishes the 6 s silent clip to it
      Then start and stop are told once each, at most 1 s after the path is available and gone
      And both name the path and the source as MediaMTX has them

    @p2 @DUB-103 @resilience
    Scenario: When nobody answers the hook, it fails once, and the input can be read all the same
      Given a MediaMTX whose hooks nobody answers
      When a broadcaster publishes the 12 s music clip to it
      Then 1 failed call is logged with its code, and no other
      And a viewer of the input gets pictures for 10 s, never 500 ms apart

  Rule: The media-service answers at once, whatever it has to do

    @p2 @DUB-099
    Scenario: Hooks are answered within a second
      When MediaMTX calls its hooks 20 times, ready and not-ready in turn
      Then each call is answered within 1 s with the promised JSON

    @p2 @DUB-099 @resilience
    Scenario: Hooks are answered within a second when the STS cannot be reached
      Given a media-service whose STS is not there
      When MediaMTX calls its hooks 20 times, ready and not-ready in turn
      Then each call is answered within 1 s with the promised JSON

    @p2 @DUB-100
    Scenario: Who is told twice does it once
      When while a stream is on air, MediaMTX calls ready again, not-ready for an unknown stream, and both for the output
      Then each is answered with worker_started, worker_stopped or skipped, as promised
      And one session was opened at the STS, by the one stream

    @p2 @DUB-101
    Scenario: A hook that makes no sense is refused, and starts nothing
      When MediaMTX calls ready with these bodies
        | wrong      | body                                                                                                          |
        | path       | {"path": "live/<id> a/in", "sourceType": "rtmpConn", "sourceId": "1"}                                         |
        | path       | {"path": "live/<id>-and-so-many-letters-that-it-is-too-long/in", "sourceType": "rtmpConn", "sourceId": "1"}   |
        | path       | {"path": "live/<id>/sideways", "sourceType": "rtmpConn", "sourceId": "1"}                                     |
        | path       | {"path": "live/<id>/../in", "sourceType": "rtmpConn", "sourceId": "1"}                                        |
        | path       | {"sourceType": "rtmpConn", "sourceId": "1"}                                                                   |
        | sourceType | {"path": "live/<id>/in", "sourceType": "carrierPigeon", "sourceId": "1"}                                      |
        | sourceType | {"path": "live/<id>/in", "sourceId": "1"}                                                                     |
        | sourceId   | {"path": "live/<id>/in", "sourceType": "rtmpConn", "sourceId": ""}                                            |
        | body       | {path: "live/<id>/in", sourceType: "rtmpConn", sourceId: "1"}                                                 |
        | body       | {"path": "live/<id>/in", "sourceType": "rtmpConn", "sourceId": "1"} and more                                  |
      Then each is refused with status 422, naming what is wrong
      And no stream is started and no session opened

    @p2 @DUB-104 @resilience
    Scenario: A broadcaster in haste ends up with one worker and one session
      When a broadcaster starts 5 times with the 12 s music clip, stops each time but the last, and 5 s more pass
      Then all starts were within 10 s, and one worker is left, with one session

    @p2 @DUB-102
    Scenario: What the broadcaster says in his query is logged, but not his password
      When a broadcaster publishes the 1.1 s probe clip with the query "lang=es&pass=<secret>&token=<secret>"
      Then the log of the media-service tells "lang=es" and "pass=***" of it, and no log has the secret

    @p2 @DUB-150
    Scenario: The root page tells what runs here
      When the operator opens the root page of the media-service
      Then it names the service, its version and its state, as promised

  Rule: MediaMTX serves the input as it comes, and tells of it

    @p2 @DUB-105 @media
    Scenario: A viewer of the input is at most half a second behind the broadcaster
      When a broadcaster publishes the 12 s music clip, and a viewer reads the input by RTSP
      Then each of 240 frames or more reaches the viewer at most 500 ms after it was published

    @p2 @DUB-106
    Scenario: API and metrics of MediaMTX answer at once, and are complete
      When a broadcaster publishes the 6 s silent clip, and the operator asks API and metrics of MediaMTX 20 times each
      Then half of the answers come within 100 ms
      And they tell tracks, readers and bytes of the path, and the bytes rise
