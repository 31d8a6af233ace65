# SPDX-FileCopyrightText: The Tagsmith authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tagsmith command."""

import json
import os
import subprocess


class Disagreement(Exception):
    """Something is not as the model says; the text says what."""


def expect(found, expected, what):
    if found == expected:
        return
    if isinstance(found, dict) and isinstance(expected, dict):
        both = dict(found.items() & expected.items())
        found = {key: value for key, value in found.items() if key not in both}
        expected = {key: value for key, value in expected.items() if key not in both}
    if isinstance(found, set) and isinstance(expected, set):
        found, expected = found - expected, expected - found
    raise Disagreement(f"{what}: expected {shown(expected)}, found {shown(found)}")


def shown(value):
    return repr(value)[:500]


class Tagsmith:
    def __init__(self, vocabulary=None):
        self._options = ["--vocabulary", vocabulary] if vocabulary else []

    def run(self, *arguments, status=0):
        """The JSON that a command answers with; @p status is what it should exit with."""
        command = [os.environ["TAGSMITH_BINARY"], "--db", os.environ["TAGSMITH_URL"]]
        done = subprocess.run(
            command + self._options + ["--json", *arguments], capture_output=True, text=True
        )
        words = "tagsmith " + " ".join(arguments)
        if done.returncode != status:
            raise Disagreement(
                f"{words}: exit status {done.returncode} instead of {status}: {done.stderr.strip()}"
            )
        return json.loads(done.stdout)


def vocabulary_of(table):
    """What `tagsmith inspect` says about the vocabulary in @p table."""
    found = Tagsmith().run("inspect")["vocabularies"]
    matching = [vocabulary for vocabulary in found if vocabulary["table"] == table]
    expect(len(matching), 1, f"vocabularies in {table}")
    return matching[0]
