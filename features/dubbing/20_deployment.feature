@deployment
Feature: Two compose projects, one service
  The operator deploys MediaMTX with the media-service, and the STS, as two projects of their own. They meet only
  through the port at which the STS is published.

  @DUB-120 @p1
  Scenario: Each project starts alone on ports of its own
    Given the services run as two compose projects, the STS started first
    When the operator starts each compose project while the other does not run, and stops it
    Then both compose files are valid and the ports of each project are open within 60 s

  @DUB-121 @p2
  Scenario: Everything is healthy within a minute
    Given the services run as two compose projects, the STS started first
    When the operator asks the engine for the health of every container
    Then every container is healthy and was so within 60 s

  @DUB-122 @p2
  Scenario: Other ports are a matter of variables
    Given the services run as two compose projects, the STS started first
    When the 30 s counting clip is published on this and on a second deployment at the same time
    Then the second deployment is open at RTSP 9554, RTMP 1936 and STS 4000 only, and dubs 5 fragments

  @DUB-123 @p2
  Scenario: The address of the STS is all that connects the two
    Given the services run as two compose projects, the STS started first
    When the 30 s counting clip is published on this and on a second deployment at the same time
    Then its worker opens 1 session at the tap, and nothing else connects the two projects

  @DUB-124 @p2
  Scenario: A project that is stopped leaves nothing behind
    Given the services run as two compose projects, the STS started first
    When the operator starts each compose project while the other does not run, and stops it
    Then no container, network, volume or open port of it is left 10 s after the stop

  @DUB-128 @p3
  Scenario: A second deployment runs beside the first without touching it
    Given the services run as two compose projects, the STS started first
    When the 30 s counting clip is published on this and on a second deployment at the same time
    Then each dubs 5 fragments, for at least 20 s side by side, and names no stream of the other
