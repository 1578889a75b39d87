"""Lets `python -m gridctl` stand for the gridctl command."""

from gridctl.cli.main import main

main()
