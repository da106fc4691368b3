"""Writes the profiles that the benchmark reads.

    python make_profiles.py OUT_DIR --days 12 --rows 100000 --columns 150 [--wide 1000]

One file `day-NN.bin` a day and, with --wide, one file `wide.bin` of that many columns. Two thirds of the columns are
doubles, a fifth integers, the rest texts; the rows of a day follow from its number alone. Files that are there are kept.
Needs whylogs 1.6.4, numpy 1.26.4 and pandas 1.5.3; competitors.ts installs them.
"""
import argparse
import logging
import os
import warnings
from datetime import datetime, timedelta, timezone

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)
os.environ["WHYLOGS_NO_ANALYTICS"] = "True"
import numpy as np
import pandas as pd
from whylogs.core import DatasetProfile

FIRST_DAY = datetime(2024, 1, 1, tzinfo=timezone.utc)
# Columns that are in memory at a time.
BLOCK = 50


def column(random, number, rows):
    kind = number % 15
    if kind < 10:
        values = random.lognormal(1, 0.5, rows) if kind % 3 == 0 else random.normal(number, 1 + number % 7, rows)
        if kind == 9:
            values[random.random(rows) < 0.1] = np.nan
        return values
    if kind < 13:
        return random.integers(0, 20 if kind == 10 else 100000, rows)
    if kind == 13:
        return pd.Series(["v%d" % value for value in random.integers(0, 12, rows)], dtype=object)
    return pd.Series(["id%08x" % value for value in random.integers(0, 2**31, rows)], dtype=object)


def write(path, day, rows, columns):
    if os.path.exists(path):
        return
    at = FIRST_DAY + timedelta(days=day)
    profile = DatasetProfile(dataset_timestamp=at, creation_timestamp=at + timedelta(days=1))
    random = np.random.default_rng(7_000_000 + day)
    for first in range(0, columns, BLOCK):
        numbers = range(first, min(first + BLOCK, columns))
        profile.track(pandas=pd.DataFrame({"c%03d" % number: column(random, number, rows) for number in numbers}))
    # A run that is broken off must not leave half a file under the final name.
    with open(path + ".part", "wb") as file:
        file.write(profile.view().serialize())
    os.replace(path + ".part", path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("--days", type=int, required=True)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--columns", type=int, required=True)
    parser.add_argument("--wide", type=int, default=0)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    for day in range(options.days):
        write(os.path.join(options.out, "day-%02d.bin" % day), day, options.rows, options.columns)
    if options.wide > 0:
        write(os.path.join(options.out, "wide.bin"), options.days, options.rows, options.wide)


main()
