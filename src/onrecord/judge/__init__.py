"""judge: what kind of statement it is: form, act, polarity, certainty."""
