@media
Feature: The picture is the broadcaster's own
  The service never codes a picture anew. Every frame carries its number, and every coded slice of the output is
  compared with what was published, bit for bit.

  @p2 @DUB-053
  Scenario Outline: Every frame of the <clip> clip reaches the viewer
    Given the <clip> counting clip is published
    When the programme has ended
    Then every frame of the clip reaches the viewer unchanged, once and in order

    Examples:
      | clip |
      | 30 s |

    @minute
    Examples:
      | clip |
      | 60 s |

  @p3 @DUB-013
  Scenario: Nothing of the clip is lost at its start
    Given the 30 s counting clip is published
    When the programme has ended
    Then the first picture that the viewer sees is frame 0 of the clip

  @p3 @DUB-013
  Scenario: A broadcaster who does not wait loses at most 3.5 s
    A media server looks at the first seconds of a stream before anybody can read it.
    Given the 30 s counting clip is published through the echo STS without a cue
    When the programme has ended
    Then the first picture that the viewer sees is at most frame 105 of the clip

  @p2 @DUB-056
  Scenario Outline: The time stamps of the <clip> clip rise without gap or overlap
    Given the <clip> counting clip is published
    When the programme has ended
    Then every time stamp of picture and sound follows the one before by half a frame to one and a half

    Examples:
      | clip |
      | 30 s |

    @minute
    Examples:
      | clip |
      | 60 s |

  Rule: The viewer is behind by one segment, the slowest result and a second and a half

    @p3 @DUB-058
    Scenario: The dubbed programme is as late as it must be, not later
      Given the 30 s counting clip is published
      When the programme has ended
      Then no frame reaches the viewer more than 7.5 s and the slowest result after it was published

    @p3 @DUB-058 @minute
    Scenario: With the echo STS the viewer is at most 8 s behind
      Given the 60 s marks clip is published through the echo STS
      When the programme has ended
      Then no frame reaches the viewer more than 8 s after it was published
