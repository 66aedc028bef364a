"""Runs read_csv calls and compares each frame, cell by cell, with what was read elsewhere.

Standard input: {"cases": [{"name", "folder", "code", "columns": [{"name", "kind"}], "rows": [[text or null]]}]}.
Standard output: a list with one text for each case, empty where the frames are the same.
"""

import json
import math
import os
import sys
import warnings

import pandas as pd


def main():
    warnings.simplefilter("ignore")
    cases = json.load(sys.stdin)["cases"]
    json.dump([difference(case) for case in cases], sys.stdout)


def difference(case):
    os.chdir(case["folder"])
    names = {"pd": pd}
    try:
        exec(case["code"], names)
    except Exception as error:  # whatever pandas says is the difference
        return f"{type(error).__name__}: {error}"
    frame = names["df"]
    if len(frame) and not isinstance(frame.index, pd.RangeIndex):
        frame = frame.reset_index()
    columns, rows = case["columns"], case["rows"]
    if frame.shape != (len(rows), len(columns)):
        return f"shape {frame.shape} and not {(len(rows), len(columns))}"
    for at, column in enumerate(columns):
        found = frame.columns[at]
        named = isinstance(found, str) and not found.startswith(("level_", "index"))
        if named and found != column["name"]:
            return f"column {at} is {found!r} and not {column['name']!r}"
        same = SAME[column["kind"]]
        for row, value in enumerate(frame.iloc[:, at].tolist()):
            wanted = rows[row][at]
            if pd.isna(value) if wanted is None else not pd.isna(value) and same(value, wanted):
                continue
            return f"{column['name']} ({column['kind']}), row {row}: {value!r} and not {wanted!r}"
    return ""


def same_number(value, wanted):
    # pandas' quick reader of decimals may be off by a unit or two in the last place.
    expected = float(wanted)
    number = not isinstance(value, (str, bool))
    return number and (value == expected or math.isclose(value, expected, rel_tol=1e-15))


def same_text(value, wanted):
    return str(value) == wanted


def same_truth(value, wanted):
    return isinstance(value, bool) and value == (wanted == "true")


def same_date(value, wanted):
    if not isinstance(value, pd.Timestamp):
        return False
    return value.tz_localize(None) == pd.Timestamp(wanted)


SAME = {
    "integer": same_number,
    "real": same_number,
    "bigint": same_text,
    "code": same_text,
    "text": same_text,
    "boolean": same_truth,
    "date": same_date,
    "datetime": same_date,
}

main()
