"""The Python side of the cross-check with whylogs 1.6.4.

  whylogs_side.py log ROWS.json OUT.bin      profile rows with whylogs and write the file
  whylogs_side.py merge OUT.bin IN.bin...    merge files with whylogs, from left to right
  whylogs_side.py summarize IN.bin           print whylogs' summary of a file as JSON

ROWS.json: {"columns": {name: {"dtype": pandas dtype, "values": [...]}}}; the text NaN stands for a missing value.
"""
import json
import math
import os
import sys
import warnings

warnings.simplefilter("ignore")
os.environ["WHYLOGS_NO_ANALYTICS"] = "True"

import pandas as pd
import whylogs as why
from whylogs.core.view.dataset_profile_view import DatasetProfileView


def log(rows, out):
    with open(rows) as file:
        columns = json.load(file)["columns"]
    frame = pd.DataFrame(
        {
            name: pd.Series([math.nan if v == "NaN" else v for v in column["values"]], dtype=column["dtype"])
            for name, column in columns.items()
        }
    )
    why.log(pandas=frame).view().write(out)


def merge(out, first, *more):
    view = DatasetProfileView.read(first)
    for path in more:
        view = view.merge(DatasetProfileView.read(path))
    view.write(out)


def clean(value):
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, list):
        return sorted(([item.value, item.est, item.lower] for item in value), key=lambda item: (-item[1], item[0]))
    # 64-bit integers as texts: JSON would round them.
    if isinstance(value, int) and abs(value) > 2**53 - 1:
        return None if abs(value) == 2**63 - 1 else str(value)
    return value


def summarize(path):
    view = DatasetProfileView.read(path)
    summary = {
        name: {key: clean(value) for key, value in column.to_summary_dict().items()}
        for name, column in view.get_columns().items()
    }
    print(json.dumps(summary))


if __name__ == "__main__":
    {"log": log, "merge": merge, "summarize": summarize}[sys.argv[1]](*sys.argv[2:])
