"""Who says what: cues, sources, contents, quotations that go on, speakers by name."""
