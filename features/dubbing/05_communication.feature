@p1
Feature: The services find each other
  MediaMTX, the media-service and the STS are separate programs. What they say to each other is read from the
  server's own interface and from the wire.

  @DUB-107 @contract
  Scenario: All three services say that they are well
    When the operator asks MediaMTX, the media-service and the STS for their health
    Then each answers with status 200 and the promised JSON within 5 s

  @DUB-003 @contract
  Scenario: A broadcast is listed and running within 10 s
    Given the 30 s counting clip is published
    When the programme has ended
    Then the input path was ready and the worker running within 10 s of the start of the broadcast

  @DUB-108 @contract
  Scenario: The media-service opens its session at the STS within 5 s
    Given the 30 s counting clip is published
    When the programme has ended
    Then the STS was ready for the stream within 5 s of the input path

  @DUB-109 @contract
  Scenario: The worker reads and publishes by RTMP
    Given the 30 s counting clip is published
    When the programme has ended
    Then MediaMTX listed an RTMP reader of the input and an RTMP publisher of the output
