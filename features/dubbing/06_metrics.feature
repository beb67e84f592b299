Feature: The metrics of the media-service are complete and true
  A metric is a claim. Each one below is held against what was counted on the wire or measured in the media.

  @p1 @DUB-113
  Scenario: Every promised series is there, in valid Prometheus text
    Given the 30 s counting clip is published
    When the programme has ended
    Then the metrics are valid Prometheus text with every promised series of the stream

  @p1 @DUB-114
  Scenario Outline: The segment counter of the <clip> clip equals the fragments on the wire
    Given the <clip> counting clip is published
    When the programme has ended
    Then the metric of audio segments shows <segments>, as many as there were fragments on the wire

    Examples:
      | clip | segments |
      | 30 s | 5        |

    @minute
    Examples:
      | clip | segments |
      | 60 s | 10       |

  @p1 @DUB-115
  Scenario: The sync metric stays below 120 ms and agrees with the measured offset
    Given the 30 s counting clip is published
    When the programme has ended
    Then the sync metric, read each second, stays below 120 ms
    And the sync metric is within 20 ms of the offset measured in the same segment

  @p3 @DUB-116 @minute
  Scenario: The sync metric tells the truth in every segment of a minute
    Given the 60 s counting clip is published
    When the programme has ended
    Then the sync metric is within 20 ms of the offset measured in the same segment

  @p3 @DUB-012
  Scenario: A day without faults is counted as one
    Given the 30 s counting clip is published
    When the programme has ended
    Then no counter of fallbacks, drops, time-outs, losses, reconnects or errors has moved, and the STS refused nothing

  @p2 @DUB-063
  Scenario Outline: The <clip> counting clip has as many segments of sound as of picture
    Given the <clip> counting clip is published
    When the programme has ended
    Then the metrics of audio and video segments both show <segments>

    Examples:
      | clip | segments |
      | 30 s | 5        |

    @minute
    Examples:
      | clip | segments |
      | 60 s | 10       |
