"""extract: attributions from the model's outputs: source, cue, content, nesting."""
