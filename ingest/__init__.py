"""Reading letters: formats, layout, segmentation, extractors, the disclosure model, and the way from it to triples."""
