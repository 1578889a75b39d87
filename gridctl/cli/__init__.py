"""The command line: words of the call in, one use case, one face out."""
