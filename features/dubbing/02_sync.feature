@p1 @media
Feature: Sound and picture stay together
  The offset is taken from the content alone: the frame number that is drawn into every picture tells which moment of
  the source is seen, and the sound tells which moment is heard. No clock or metric of a service takes part.
  Sound that is early counts as positive.

  Rule: Less than 120 ms at any moment

    The limit of 120 ms is the users' own; ITU-R BT.1359 calls +90 ms to -185 ms acceptable.

    @DUB-049
    Scenario Outline: A viewer of the <clip> clip hears each segment with its own pictures
      Given the <clip> counting clip is published
      When the programme has ended
      Then at the start and end of every dubbed segment sound and picture are less than 120 ms apart

      Examples:
        | clip |
        | 30 s |
        | 60 s |

    @DUB-049
    Scenario: A viewer hears each beep with its own flash
      Given the 60 s marks clip is published through the echo STS
      When the programme has ended
      Then at every flash and beep sound and picture are less than 120 ms apart
