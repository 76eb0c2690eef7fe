"""Fuzzing: ``targets`` says what is fed and what must hold; inputs worth keeping lie in ``corpus/TARGET/``.

``python -m tests.fuzz TARGET SECONDS`` runs one target under atheris (https://github.com/google/atheris), which is not
among the locked dependencies: ``pip install atheris`` where it is wanted.
"""
