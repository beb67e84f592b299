@contract @resilience
Feature: The media-service sends as much as the STS can take
  The tune STS is the echo STS, with a tune in place of each dub: dub and original cannot be taken for each other.
  What the STS asks for is put on the wire by the monitor between both.

  Rule: So many fragments are on their way, and no more

    @p2 @DUB-069
    Scenario: Of a slow STS never more than three answers are awaited
      Given the media-service waits up to 30 s for a result
      And every result comes 25 s late
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then never more than 3 fragments are unanswered
      And the gauge of fragments in flight agrees at 10 scrapes or more, and is 0 at the end

    @p2 @DUB-069
    Scenario: An STS that grants one fragment gets one at a time
      Given the media-service waits up to 30 s for a result
      And every result comes 7 s late
      And the STS grants 1 fragment in flight
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then never more than 1 fragment is unanswered
      And the gauge of fragments in flight agrees at 10 scrapes or more, and is 0 at the end

    @p2 @DUB-070
    Scenario: A segment that waits for a free place leaves as soon as there is one
      Given the media-service waits up to 30 s for a result
      And every result comes 25 s late
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then every fragment beyond the first 3 leaves at most 200 ms after the result that freed its place
      And in every segment the viewer hears the dub, with a correlation of at least 0.90

  Rule: The STS may slow the media-service down

    @p2 @DUB-072
    Scenario: A pause stops all sending, and costs the viewer no dub
      Given the STS asks for a pause at 15 s
      And the STS lifts the pause at 20 s
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then nothing is sent during the pause
      And in every segment the viewer hears the dub, with a correlation of at least 0.90

    @p2 @DUB-073
    Scenario: An STS that asks to slow down gets each fragment half a second later
      Given the STS asks at 2 s to slow down
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then every fragment leaves 500 to 1000 ms after its last sound was published

    @p2 @DUB-073
    Scenario: An STS that says by how much gets each fragment that much later
      Given the STS asks at 2 s to slow down by 1200 ms
      And the 18 s tone clip is published through the tune STS
      When the programme has ended
      Then every fragment leaves 1200 to 1700 ms after its last sound was published

    @p3 @DUB-074
    Scenario: With a pause limit of 10 s, dubbing returns by itself from a pause that is never lifted
      Given a pause limit of 10 s
      And the media-service waits up to 3 s for a result
      And the STS asks for a pause at 4 s
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then in segment 0 the viewer hears the original, with a correlation of at least 0.95
      And in segments 1 to 4 the viewer hears the dub, with a correlation of at least 0.90
      And the first fragment leaves 10 s within 1 s after the pause was asked for

    @p3 @DUB-074 @nightly @minute
    Scenario: With the usual pause limit, dubbing returns by itself after 30 s
      Given the STS asks for a pause at 4 s
      And the 60 s counting clip is published through the tune STS
      When the programme has ended
      Then in segments 0 to 2 the viewer hears the original, with a correlation of at least 0.95
      And the first fragment leaves 30 s within 1 s after the pause was asked for

    @p2 @DUB-075
    Scenario: What the STS asks for is counted
      Given the STS asks for a pause at 15 s
      And the STS lifts the pause at 20 s
      And the 30 s counting clip is published through the tune STS
      When the programme has ended
      Then the counters of backpressure show what the STS has asked for, 2 events or more
