@scale @media
Feature: Many programmes and many viewers at once
  Streams share nothing but the process; viewers share nothing but the stream.

  @p2 @DUB-129
  Scenario: Five programmes at once are each dubbed in sync, and nobody hears another's dub
    Given 5 programmes of the 30 s counting clip are published at the same time, each with tunes of its own
    When the programmes have ended
    Then all of them were on air together for at least 10 s
    And each viewer hears the dubs of the own programme, with a correlation of at least 0.90
    And no viewer hears the dub of another programme, with a correlation of at most 0.10
    And in every further segment of all of them sound and picture are less than 120 ms apart

  @p2 @DUB-130 @resilience
  Scenario: A programme without answers leaves the others untouched
    Given 3 programmes of the 18 s tone clip are published at the same time, the first with an STS that never answers
    When the programmes have ended
    Then no result comes for the first programme
    And the viewers of the others hear every dub, with a correlation of at least 0.90
    And the viewers of the others never wait more than 200 ms for a picture

  @p2 @DUB-131
  Scenario: Ten viewers who tune in one after the other are soon there, and then miss nothing
    Given 10 viewers tune in, one each second from 8 s on
    And the 30 s counting clip is published through the tune STS
    When the programme has ended
    Then each of them has picture and sound at most 2 s after tuning in
    And from then on none of them misses a frame, or waits more than 200 ms for one

  @p3 @DUB-133 @nightly @minute
  Scenario: A programme of ten minutes neither grows nor slows the media-service
    Given the source goes on for 10 rounds of its clip
    And the process of a media-service that has nothing else to do is looked at after 60 and 595 s
    And the 60 s counting clip is published through the tune STS
    When the programme has ended
    Then its memory has grown by at most 50 MB, and its open files by at most 5
    And the viewer is at most 500 ms later in the last minute than in the first
