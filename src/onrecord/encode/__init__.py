"""encode: words to pieces to windows, and the one pass of the model over them."""
