@media
Feature: Sound and picture stay together
  The offset is taken from the content alone: the frame number that is drawn into every picture tells which moment of
  the source is seen, and the sound tells which moment is heard. No clock or metric of a service takes part.
  Sound that is early counts as positive.

  Rule: Less than 120 ms at any moment

    The limit of 120 ms is the users' own; ITU-R BT.1359 calls +90 ms to -185 ms acceptable.

    @p1 @DUB-049
    Scenario Outline: A viewer of the <clip> clip hears each segment with its own pictures
      Given the <clip> counting clip is published
      When the programme has ended
      Then at the start and end of every dubbed segment sound and picture are less than 120 ms apart

      Examples:
        | clip |
        | 30 s |

      @minute
      Examples:
        | clip |
        | 60 s |

    @p1 @DUB-049 @minute
    Scenario: A viewer hears each beep with its own flash
      Given the 60 s marks clip is published through the echo STS
      When the programme has ended
      Then at every flash and beep sound and picture are less than 120 ms apart

  Rule: Nearly always within the limits of broadcasting

    The limits are those of EBU R37: 40 ms early, 60 ms late, at the end of the chain.

    @p3 @DUB-050 @minute
    Scenario: A viewer hears 95 % of all beeps within broadcast limits
      Given the 60 s marks clip is published through the echo STS
      When the programme has ended
      Then at 95 % of all flashes and beeps the sound is at most 40 ms early and 60 ms late

  Rule: The offset does not move

    @p2 @DUB-057 @minute
    Scenario: Results that come late by up to half a second change nothing for the viewer
      Given the 60 s marks clip is published through the echo STS, whose results come 0 to 500 ms late
      When the programme has ended
      Then the viewer never waits more than 200 ms for a picture
      And the offset of sound and picture changes by at most 10 ms

    @p3 @DUB-051 @minute
    Scenario: Sound and picture do not drift apart within a minute
      Given the 60 s marks clip is published through the echo STS
      When the programme has ended
      Then the offset of sound and picture drifts by at most 10 ms over the clip

    @p2 @DUB-052 @minute
    Scenario: A sound card that runs fast is followed in small steps
      The clip's sound card takes 0.1 % more samples than it says. Who only counts samples is 120 ms late after two minutes.
      Given the 120 s marks clip with a fast sound clock is published through the echo STS
      When the programme has ended
      Then at every flash and beep sound and picture are less than 120 ms apart
      And the offset of sound and picture changes by at most 10 ms in a segment
