@p1 @media
Feature: The stimulus is what the suite assumes
  A verdict is worth as much as the clip it was taken with, so the clips are inspected like any stream.

  @DUB-014
  Scenario: The 30 s counting clip has the promised form
    When the 30 s counting clip is inspected
    Then it lasts 30 s within 0.1 s, with H.264 of 1280×720 at 30 fps and AAC of 48 kHz stereo

  @DUB-014
  Scenario: The 60 s counting clip has the promised form
    When the 60 s counting clip is inspected
    Then it lasts between 59 s and 61 s, with H.264 and AAC of 44.1 kHz
