@resilience @media
Feature: The broadcaster may stop and come back
  Everything that was received is published. A broadcaster who comes back goes on where he was.

  @p2 @DUB-093
  Scenario: When the broadcaster stops, everything is still published, and then the output closes
    Given the 30 s counting clip is published
    When the programme has ended
    Then the last frame that was published is the last that is shown
    And the output path is gone at most 2 s after it

  @p2 @DUB-094
  Scenario: A broadcaster who is away for 2 s leaves no gap in the viewer's stream
    Given the broadcaster is away at 14 s, for 2 s
    And the 30 s counting clip is published through the tune STS
    When the programme has ended
    Then every time stamp of picture and sound follows the one before by half a frame to one and a half
    And every frame of the clip reaches the viewer unchanged, once and in order

  @p2 @DUB-144
  Scenario: A broadcaster who comes back within the grace period keeps worker, session and numbers
    Given a grace period of 30 s
    And the broadcaster is away at 8 s, for 12 s
    And the 18 s tone clip is published through the tune STS
    When the programme has ended
    Then one session is asked for, and its numbers go on
    And the output path is published anew

  @p2 @DUB-143
  Scenario: In skip mode the viewer soon gets picture and original sound, and no STS is asked
    Given no STS is used
    And the 30 s counting clip is published through the tune STS
    When the programme has ended
    Then the output path is ready at most 5 s after the broadcaster started
    And in every segment the viewer hears the original, with a correlation of at least 0.95
    And nobody has connected to the STS

  @p2 @DUB-096 @contract
  Scenario: An output that the media server throws out is published again
    Given the media server throws out the output at 14 s
    And the 30 s counting clip is published through the tune STS
    When the programme has ended
    Then the output path is ready again at most 9 s after it was thrown out
    And "degraded (output_lost)" at most 1 s after "output thrown out"

  @p2 @DUB-095
  Scenario: A source that is lost without a word is tried again after 1, 2 and 4 s, and then the stream ends in order
    Given the source is lost to the media-service at 12 s, and nobody says so
    And the 30 s counting clip is published through the tune STS
    When the programme has ended
    Then "degraded (source_lost)" at most 5 s after "source lost"
    And the source is asked for 3 times, each time after twice the wait before, within 20 %, from 1000 ms on
    And the media-service ends the session in order
    And the output lasts 12 s within 0.5 s

  @p3 @DUB-097
  Scenario: After a restart of the media server the stream is dubbed again soon after the broadcaster is back
    Given a grace period of 30 s
    And the broadcaster is away at 12 s, for 5 s
    And the media server is killed at 13 s and started again
    And the 30 s counting clip is published through the tune STS
    When the programme has ended
    Then the first dub of what is sent then reaches the viewer at most 15 s after the return

  @p2 @DUB-140
  Scenario: Pictures of another size reach the viewer soon, and dubbing goes on
    Given at 8 s the pictures become those of the 30 s counting clip in 640×360
    And the 30 s counting clip is published through the tune STS
    When the programme has ended
    Then pictures 640 wide reach the viewer at most 15 s after the change
    And dubbing goes on after it

  @p2 @DUB-059 @contract
  Scenario: The output is labelled with the target language
    Given what the media-service asks of the media server is recorded
    And the 12 s counting clip in mono at 48 kHz is published through the echo STS
    When the programme has ended
    Then the output is labelled "es" where it is published, and in health
