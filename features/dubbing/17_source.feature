@resilience @media @wip
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
