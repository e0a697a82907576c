"""resolve: mentions to entities, and the speaker of each statement, or none."""
