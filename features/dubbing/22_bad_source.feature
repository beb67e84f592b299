@resilience
Feature: A bad source is refused, a damaged one is carried
  What cannot be dubbed is refused quickly and for a reason that can be read. What can is carried as far as it goes.

  @p2 @DUB-135
  Scenario Outline: A stream without <what> is refused within 5 s, and why is told
    Given the source has no <what>
    And the 12 s counting clip in mono at 48 kHz is published through the echo STS
    When the programme has ended
    Then health tells of "failed (<reason>)" at most 5 s after the input was ready
    And one error of the kind "<reason>" is counted
    And nothing is published, and no session is left at the STS

    Examples:
      | what    | reason         |
      | sound   | no_audio_track |
      | picture | no_video_track |

  @p2 @DUB-136
  Scenario Outline: A stream in <codec> is refused within 5 s, and what is needed is told
    Given the source is coded in <codec>
    And the 12 s counting clip in mono at 48 kHz is published through the echo STS
    When the programme has ended
    Then health tells of "failed (unsupported_codec)" at most 5 s after the input was ready
    And the log of the media-service says that "<name>" needs "H.264" and "AAC"
    And nothing is published, and no session is left at the STS

    Examples:
      | codec | name     |
      | H.265 | hevc     |
      | VP9   | vp9      |
      | G.711 | pcm_alaw |

  @p2 @DUB-137 @media
  Scenario: Damaged packets of sound do not stop the stream
    Given one packet of sound in 100 is damaged
    And the 30 s counting clip is published through the echo STS
    When the programme has ended
    Then every frame of the clip reaches the viewer unchanged, once and in order
    And at the start and end of every dubbed segment sound and picture are less than 120 ms apart
    And at least 10 packets were damaged

  @p3 @DUB-138 @media
  Scenario: When the sound of the source is away for 10 s the picture goes on, and dubbing is in sync after it
    Given the sound of the source is away from 8 to 18 s
    And the 30 s counting clip is published through the echo STS
    When the programme has ended
    Then every frame of the clip reaches the viewer unchanged, once and in order
    And from 8.2 to 17.8 s the output is silent, at most -60 dBFS
    And in segments 3 and 4 sound and picture are less than 120 ms apart

  @p3 @DUB-139 @media
  Scenario: A stream of 3 s is one fragment, and reaches the viewer whole
    Given the broadcaster stops after 3000 ms
    And the 30 s counting clip is published through the echo STS
    When the programme has ended
    Then 1 fragments are sent
    And the output lasts 3 s within 0.1 s
    And no error is counted

  @p3 @DUB-139 @media
  Scenario: A stream of half a second is no fragment, and reaches the viewer whole
    Given the broadcaster stops after 500 ms
    And the 30 s counting clip is published through the echo STS
    When the programme has ended
    Then 0 fragments are sent
    And the output lasts 0.5 s within 0.1 s
    And no error is counted
