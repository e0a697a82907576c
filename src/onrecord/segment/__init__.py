"""segment: the cleaned view cut into blocks, paragraphs, sentences and quotations."""
