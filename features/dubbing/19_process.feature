@deployment
Feature: The media-service is easy to run
  It refuses settings that cannot work, carries as many streams as it is told to, writes down what an operator needs and
  nothing that he must not see, and leaves nothing behind.

  @p2 @DUB-119
  Scenario: Every line of a log can be read by a machine, and none gives anything away
    Given the 30 s counting clip is published
    When the programme has ended
    Then every line of the logs of media-service and STS is of the promised form, and names the stream it is about
    And no line holds audio, a credential or a key

  @p2 @DUB-148
  Scenario: Segment files stay when they are wanted
    Given segment files are kept
    And the 18 s tone clip is published through the echo STS
    When the programme has ended
    Then for every segment there is one file of its sound and one of its dub, and no other file
    And each file decodes to 6 s within 25 ms

  @p3 @DUB-125 @needs-control
  Scenario: A stream that has ended leaves nothing behind
    When the 12 s music clip is published to a media-service that has nothing else to do, and 5 s more pass
    Then no further child process, socket, segment file or gauge is left

  @p3 @DUB-126 @needs-control
  Scenario: A media-service that is asked to end ends its sessions first
    When 2 broadcasters publish the 12 s music clip, and after 3 s the operator ends the media-service
    Then each stream ends its session, and the media-service exits with code 0 within 10 s

  @p3 @DUB-127 @needs-control
  Scenario: A setting that cannot work stops the start, and is named
    When the operator starts a media-service with each of these settings
      | MEDIAMTX_RTMP_URL       | http://127.0.0.1:1935 |
      | STS_SERVICE_URL         | ftp://127.0.0.1       |
      | WORKER_SEGMENT_DURATION | 11                    |
      | WORKER_STS_TIMEOUT_MS   | soon                  |
      | MAX_CONCURRENT_STREAMS  | 0                     |
      | WORKER_KEEP_SEGMENTS    | perhaps               |
    Then each start ends within 5 s with an exit code other than 0, and the log names variable and value

  @p3 @DUB-134 @scale
  Scenario: A stream too many is refused, and the others do not notice
    When at a media-service that carries 2 streams the 12 s music clip is published 2 times, and then announced once more
    Then the one too many gets status 503, as promised, and no worker
    And the viewers of the others get all 360 pictures, and never wait more than 200 ms for one
