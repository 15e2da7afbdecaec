"""Generated inputs against the whole of the pipeline: what comes out is a report or one of our own errors."""
