"""The benchmark's jobs with Python whylogs. Prints one JSON object: times and results.

    python read_merge.py DATA_DIR OBJECTS REPEATS COLUMN WIDE_COLUMN

CPU seconds of this process, so other work on the machine does not count.
"""
import glob
import json
import logging
import math
import os
import sys
import time
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)
os.environ["WHYLOGS_NO_ANALYTICS"] = "True"
import whylogs_sketching as ds
from whylogs.core.view.dataset_profile_view import DatasetProfileView

RANKS = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
COUNTERS = {"counts": ["n", "null", "nan", "inf", "true"], "types": ["integral", "fractional", "boolean", "string", "object", "tensor"]}
DRIFT_BINS, DRIFT_DAYS, OPENINGS = 30, 7, 3


def seconds(job):
    start = time.process_time()
    result = job()
    return time.process_time() - start, result


def summarise(column):
    metrics = column._metrics
    counters = [getattr(metrics[metric], name).value if metric in metrics else 0 for metric, names in COUNTERS.items() for name in names]
    summary = {"counters": counters, "numbers": None, "distinct": None, "items": None}
    if "distribution" in metrics and metrics["distribution"].n > 0:
        kll = metrics["distribution"].kll.value
        summary["numbers"] = {"n": kll.get_n(), "min": kll.get_min_value(), "max": kll.get_max_value(), "quantiles": list(kll.get_quantiles(RANKS))}
    if "cardinality" in metrics:
        hll = metrics["cardinality"].hll.value
        summary["distinct"] = [hll.get_estimate(), hll.get_lower_bound(1), hll.get_upper_bound(1)]
    if "frequent_items" in metrics:
        items = metrics["frequent_items"].frequent_strings.value
        listed = [[value, lower, upper] for value, _, upper, lower in items.get_frequent_items(ds.frequent_items_error_type.NO_FALSE_POSITIVES)]
        summary["items"] = {"total": items.get_total_weight(), "error": offset_of(items), "listed": listed}
    return summary


def offset_of(items):
    """The maximum error: the distance of the bounds, the same for every item."""
    return items.get_upper_bound("") - items.get_lower_bound("")


def merge_all(views):
    merged = views[0]
    for view in views[1:]:
        merged = merged.merge(view)
    return merged


def summarise_all(views):
    return {name: summarise(column) for name, column in merge_all(views).get_columns().items()}


def below(kll, edges):
    return [round(rank * kll.get_n()) for rank in kll.get_cdf(edges)[:-1]]


def drift(days):
    distances = []
    for day in range(DRIFT_DAYS, len(days)):
        before, target = days[day - DRIFT_DAYS : day], days[day]
        lo = min(kll.get_min_value() for kll in before + [target])
        hi = max(kll.get_max_value() for kll in before + [target])
        edges = [lo + i * ((hi - lo) / DRIFT_BINS) for i in range(DRIFT_BINS)]
        n = sum(kll.get_n() for kll in before)
        p = [sum(counts) for counts in zip(*(below(kll, edges) for kll in before))] + [n]
        q = below(target, edges) + [target.get_n()]
        total = sum((math.sqrt((q[i + 1] - q[i]) / q[-1]) - math.sqrt((p[i + 1] - p[i]) / n)) ** 2 for i in range(DRIFT_BINS))
        distances.append(math.sqrt(total) / math.sqrt(2))
    return distances


def main():
    folder, count, repeats, column, wide_column = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5]
    files = sorted(glob.glob(os.path.join(folder, "day-*.bin")))
    contents = [open(file, "rb").read() for file in files]
    # Python copies what it reads, so objects of one day may share their bytes.
    objects = [contents[i % len(contents)] for i in range(count)]
    times = {"decode": [], "summarise": [], "whole": [], "drift": [], "column": []}
    for _ in range(repeats):
        decode, views = seconds(lambda: [DatasetProfileView.deserialize(data) for data in objects])
        summarising, columns = seconds(lambda: summarise_all(views))
        # whylogs reads whole profiles only: what one column costs is that and the drift itself.
        drifting, distances = seconds(lambda: drift([view.get_column(column)._metrics["distribution"].kll.value for view in views]))
        path = os.path.join(folder, "wide.bin")
        opening, wide = seconds(lambda: [summarise(DatasetProfileView.read(path).get_column(wide_column)) for _ in range(OPENINGS)])
        times["decode"].append(decode)
        times["summarise"].append(summarising)
        times["whole"].append(decode + summarising)
        times["drift"].append(decode + drifting)
        times["column"].append(opening / OPENINGS)
        decoded = [0, 0, 0, 0]
        for view in views:
            for profile in view.get_columns().values():
                decoded[0] += 1
                if "distribution" in profile._metrics:
                    decoded[1] += profile._metrics["distribution"].kll.value.get_n()
                    decoded[2] += profile._metrics["distribution"].kll.value.get_num_retained()
                if "frequent_items" in profile._metrics:
                    decoded[3] += profile._metrics["frequent_items"].frequent_strings.value.get_num_active_items()
    print(json.dumps({"seconds": times, "decoded": decoded, "columns": columns, "drift": distances, "wide": wide[0]}))


main()
