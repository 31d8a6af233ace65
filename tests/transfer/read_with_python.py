# SPDX-FileCopyrightText: The Tagsmith authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reads files with Python's csv and json modules and prints what they hold, as JSON.

usage: read_with_python.py LIST

LIST is a JSON array of {"path", "kind": "csv", "json" or "jsonl", "encoding", "delimiter"}. Printed
is an array with one answer for each file: its records, each {"line", "values"} where a line can be
told, or {"error"} in the place of a file or record that Python refuses. Of JSON, values is a list of
[key, type, text] with the type "s" (text), "n" (number as it is written), "b" (1 or 0), "z" (null),
"o" (object or array) or "h" (a text with half a character, which no other program could read).
"""

import csv
import json
import sys


class Number(str):
    """The digits as they stand in the file."""


class Pairs(list):
    """The members of an object in their order, doubled keys and all."""


def refuse(constant):
    raise ValueError(constant + " is no JSON")


def decode(text):
    return json.loads(text, object_pairs_hook=Pairs, parse_int=Number, parse_float=Number,
                      parse_constant=refuse)


def typed(value):
    if value is None:
        return ["z", ""]
    if isinstance(value, bool):
        return ["b", "1" if value else "0"]
    if isinstance(value, Number):
        return ["n", value]
    if isinstance(value, str):
        has_half = any(0xD800 <= ord(character) < 0xE000 for character in value)
        return ["h", ""] if has_half else ["s", value]
    return ["o", ""]


def element(value, line=0):
    if isinstance(value, Pairs):
        return {"line": line, "kind": "object",
                "values": [typed(key)[1:] + typed(item) for key, item in value]}
    return {"line": line, "kind": "value", "values": [["name"] + typed(value)]}


def read_csv(file, delimiter):
    records = []
    reader = csv.reader(file, delimiter=delimiter)
    line = 1
    for fields in reader:
        if fields:  # a blank line is an empty record
            records.append({"line": line, "values": fields})
        line = reader.line_num + 1
    return records


def read_json(file):
    document = decode(file.read())
    if isinstance(document, Pairs):
        document = next((value for key, value in document if key == "tags"), None)
    if not isinstance(document, list) or isinstance(document, Pairs):
        raise ValueError("no array of tags")
    return [element(value) for value in document]


def read_json_lines(file):
    records = []
    for number, line in enumerate(file, 1):
        if not line.strip(" \t\r\n"):
            continue
        try:
            records.append(element(decode(line), number))
        except ValueError as error:
            records.append({"line": number, "error": str(error)})
    return records


def read(task):
    with open(task["path"], encoding=task["encoding"], newline="") as file:
        if task["kind"] == "csv":
            return read_csv(file, task["delimiter"])
        return read_json(file) if task["kind"] == "json" else read_json_lines(file)


def main():
    answers = []
    with open(sys.argv[1], encoding="utf-8") as tasks:
        for task in json.load(tasks):
            try:
                answers.append(read(task))
            except (ValueError, csv.Error) as error:
                answers.append({"error": str(error)})
    json.dump(answers, sys.stdout)


main()
