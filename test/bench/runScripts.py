"""Runs scripts and gives what they leave in some variables.

Standard input: {"folder", "scripts": [{"code", "show": [expression, ...]}]}.
Standard output: a list with the values of the expressions, as JSON, or the error as a text.
"""

import json
import os
import sys
import warnings

import matplotlib

matplotlib.use("Agg")


def main():
    warnings.simplefilter("ignore")
    asked = json.load(sys.stdin)
    os.chdir(asked["folder"])
    answers = [run(script) for script in asked["scripts"]]
    json.dump(answers, sys.stdout, default=str)


def run(script):
    names = {}
    try:
        exec(script["code"], names)
        return [plain(eval(expression, names)) for expression in script["show"]]
    except Exception as error:  # the test shows what Python says
        return f"{type(error).__name__}: {error}"


def plain(value):
    if hasattr(value, "to_dict") and not hasattr(value, "columns"):
        return {str(key): plain(one) for key, one in value.to_dict().items()}
    return value.tolist() if hasattr(value, "tolist") else value


main()
