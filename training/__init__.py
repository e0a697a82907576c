"""How the models in ``src/onrecord/models`` were made. Nothing in the package imports this."""
