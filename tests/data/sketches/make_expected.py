"""Answers of datasketches 5.2.0 and whylogs-sketching 3.4.1.dev3 for the tests of pkg/sketch.

    python make_expected.py OUT.json --thirty DIR --expected thirty.json --real DIR

Needs whylogs==1.6.4, datasketches==5.2.0, numpy==1.26.4. KLL sketches flip coins nobody can seed, so images differ from
run to run; images and answers belong together and are replaced together.

--thirty    folder with the thirty daily profiles day-00.bin to day-29.bin
--expected  what whylogs found in them after merging
--real      folders kll, hll, fi, theta of sketches taken out of real profiles, one a file
"""

import argparse, base64, hashlib, io, json, math, os, random, struct
import datasketches as a, whylogs_sketching as w
import numpy as np

options = argparse.ArgumentParser()
options.add_argument("out")
options.add_argument("--thirty", required=True)
options.add_argument("--expected", required=True)
options.add_argument("--real", required=True)
options = options.parse_args()
out = {}


def lv(b):
    (n,) = struct.unpack_from("<Q", b, 8)
    L = b[18]
    at = 24 if b[0] == 6 else 20
    lev = list(struct.unpack_from("<%dI" % L, b, at))
    R = (len(b) - at - 4 * L) // 8 - 2
    return [x - lev[0] for x in lev] + [R]


# KLL populations by updates
rows = []
for k in (8, 9, 16, 100, 256, 1024, 4096, 65535):
    for n in (0, 1, 2, k - 1, k, k + 1, 3 * k, 10 * k + 3, 100 * k + 7, 1000003 if k in (8, 256, 1024) else 50000):
        if n > 2_000_000:
            continue
        s = w.kll_doubles_sketch(k)
        s.update(np.sin(np.arange(n) * 1.1)) if n else None
        b = bytes(s.serialize())
        rows.append({"k": k, "n": n, "levels": lv(b) if n > 1 else ([0] if n == 0 else [0, 1])})
out["kllLevels"] = rows
# populations of merges
rows = []
for k1, n1, k2, n2 in (
    (8, 1000, 8, 1000),
    (256, 0, 256, 5000),
    (256, 5000, 256, 0),
    (1024, 700, 1024, 700),
    (1024, 1024, 1024, 1024),
    (256, 100000, 256, 100000),
    (256, 100000, 1024, 100000),
    (1024, 100000, 256, 100000),
    (64, 10, 1024, 100000),
    (1024, 100000, 64, 10),
    (8, 1, 4096, 1000000),
    (100, 12345, 101, 54321),
    (1024, 1000000, 1024, 3),
):
    x, y = w.kll_doubles_sketch(k1), w.kll_doubles_sketch(k2)
    if n1:
        x.update(np.sin(np.arange(n1) * 1.1))
    if n2:
        y.update(np.sin(np.arange(n2) * 0.7) + 1)
    fx = bytes(x.serialize())
    fy = bytes(y.serialize())
    x.merge(y)
    b = bytes(x.serialize())
    mk = struct.unpack_from("<H", b, 16)[0] if b[0] == 6 else k1
    rows.append(
        {
            "k1": k1,
            "n1": n1,
            "k2": k2,
            "n2": n2,
            "n": x.get_n(),
            "min": x.get_min_value(),
            "max": x.get_max_value(),
            "minK": mk,
            "levels": lv(b),
        }
    )
out["kllMergeLevels"] = rows
# heavy ties: quantiles of whylogs and of Apache, items of many weights but few values
rows = []
rng = np.random.default_rng(7)
qs = [i / 200 for i in range(201)]
for k, n, hi in ((64, 50000, 21), (256, 200000, 3), (8, 5000, 100), (1024, 100000, 21)):
    s = w.kll_doubles_sketch(k)
    s.update(rng.integers(0, hi, n).astype(float))
    b = bytes(s.serialize())
    ap = a.kll_doubles_sketch.deserialize(bytes([5]) + b[1:20] + b[24:])
    rows.append(
        {
            "image": base64.b64encode(b).decode(),
            "whylogs": s.get_quantiles(qs)[1:-1],
            "classic": ap.get_quantiles(qs, False)[1:-1],
            "inclusive": ap.get_quantiles(qs, True)[1:-1],
        }
    )
out["ties"] = {"ranks": qs[1:-1], "sketches": rows}
# HLL builds
rows = []
T = {"HLL_4": a.HLL_4, "HLL_6": a.HLL_6, "HLL_8": a.HLL_8}
for lgk in (4, 5, 7, 8, 11, 12, 13, 16, 21):
    for t in T:
        for n in (3, 7, 8, 24, 25, 100, 385, 3000, 50000):
            for kind in (("integer", "double", "string") if lgk == 12 and t == "HLL_4" else ("integer",)):
                s = a.hll_sketch(lgk, T[t])
                for i in range(n):
                    s.update(i * 7 - 3 if kind == "integer" else i * 0.3 if kind == "double" else "é%d" % i)
                b = bytes(s.serialize_compact())
                ex = struct.unpack_from("<I", b, 36)[0] if b[7] & 3 == 2 else 0
                e = {
                    "lgK": lgk,
                    "type": t,
                    "n": n,
                    "kind": kind,
                    "est": s.get_estimate(),
                    "bounds": [[s.get_lower_bound(d), s.get_upper_bound(d)] for d in (1, 2, 3)],
                    "exceptions": ex,
                    "composite": None,
                    "sha256": None if ex else hashlib.sha256(b).hexdigest(),
                }
                rows.append(e)
out["hllBuilds"] = rows
# hashes of longer strings, all tail lengths
rows = []
for l in range(1, 36):
    s = a.hll_sketch(12, a.HLL_4)
    v = "".join(chr(97 + (i * i + l) % 26) for i in range(l))
    s.update(v)
    rows.append([v, struct.unpack_from("<I", bytes(s.serialize_compact()), 8)[0]])
for v in (-1, -2, 2**31, 2**32, -(2**32), 2**52 + 1, 2**53 - 1, -(2**53 - 1), -(2**31) - 1):
    s = a.hll_sketch(12, a.HLL_4)
    s.update(v)
    rows.append([v, struct.unpack_from("<I", bytes(s.serialize_compact()), 8)[0]])
out["coupons"] = rows
# unions of many sketches in one gadget, sizes chosen so that every row of the table is met
rows = []
plans = [
    [(12, 3), (12, 6), (12, 300), (12, 300)],
    [(12, 20000), (12, 50), (12, 2), (12, 30000), (12, 10)],
    [(10, 20000), (12, 5), (8, 100)],
    [(12, 5), (10, 20000), (12, 300)],
    [(4, 3), (4, 100), (6, 2)],
    [(12, 0), (12, 0), (12, 200)],
    [(14, 5), (12, 6)],
    [(12, 6), (14, 5), (13, 400)],
    [(12, 200), (14, 1500)],
    [(21, 3000), (12, 5000)],
]
for plan in plans:
    imgs = []
    u = w.hll_union(max(p[0] for p in plan))
    at = 0
    for lgk, n in plan:
        s = w.hll_sketch(lgk)
        for i in range(n):
            s.update(at + i)
        at += n * 2 // 3
        b = bytes(s.serialize_compact())
        imgs.append(base64.b64encode(b).decode())
        u.update(w.hll_sketch.deserialize(b))
    r = u.get_result(w.HLL_4)
    b = bytes(r.serialize_compact())
    rows.append(
        {
            "images": imgs,
            "mode": ["LIST", "SET", "HLL"][b[7] & 3],
            "lgK": b[3],
            "outOfOrder": bool(b[5] & 16),
            "est": r.get_estimate(),
            "bounds": [[r.get_lower_bound(d), r.get_upper_bound(d)] for d in (1, 2, 3)],
        }
    )
out["hllUnions"] = rows


# frequent items of streams that both sides can make
def streams():
    yield "squares", lambda i: ("v%d" % (i * i % 1009), 1), 20000
    yield "distinct", lambda i: ("id-%d" % i, 1), 5000
    yield "weighted", lambda i: ("w%d" % (i % 97), i % 13 + 1), 3000
    yield "accents", lambda i: ("é%d😀" % (i % 300), 1 + (i % 7)), 9000


rows = []
for name, f, n in streams():
    for lg in (3, 4, 5, 7, 10):
        s = w.frequent_strings_sketch(lg)
        s2 = a.frequent_strings_sketch(lg)
        for i in range(n):
            v, wt = f(i)
            s.update(v, wt)
            s2.update(v, wt)
        b = bytes(s2.serialize())
        assert s.get_total_weight() == s2.total_weight and s.get_sketch_epsilon() == s2.epsilon
        items = sorted(
            ([x[0], x[2]] for x in s2.get_frequent_items(a.frequent_items_error_type.NO_FALSE_NEGATIVES, 0)),
            key=lambda x: x[0],
        )
        items2 = sorted(
            ([x[0], x[2]] for x in s.get_frequent_items(w.frequent_items_error_type.NO_FALSE_NEGATIVES, 0)),
            key=lambda x: x[0],
        )
        same = items == items2
        rows.append(
            {
                "stream": name,
                "lgMax": lg,
                "n": n,
                "totalWeight": s2.total_weight,
                "offset": s2.get_upper_bound("never"),
                "items": items if len(items) <= 60 else None,
                "count": len(items),
                "sha256": hashlib.sha256(
                    json.dumps(items, ensure_ascii=False, separators=(",", ":")).encode()
                ).hexdigest(),
                "sameInWhylogs": same,
            }
        )
out["frequentItems"] = rows
assert all(r["sameInWhylogs"] for r in rows)
# thirty: HLL of columns s and i in file order, with whylogs' estimates left to right and right to left
from whylogs.core.proto import ChunkHeader, ChunkMessage, DatasetProfileHeader, DatasetSegmentHeader
from whylogs.core.utils import read_delimited_protobuf


def stored_hll(path, column):
    # the very bytes of the file: a sketch written again has its coupons in another order
    f = io.BytesIO(open(path, "rb").read()[4:])
    read_delimited_protobuf(f, DatasetSegmentHeader)
    h = read_delimited_protobuf(f, DatasetProfileHeader)
    f.seek(f.tell() + h.column_offsets[column].offsets[0])
    size = read_delimited_protobuf(f, ChunkHeader).length
    return next(
        bytes(c.hll.sketch)
        for c in ChunkMessage.FromString(f.read(size)).metric_components.values()
        if c.WhichOneof("value") == "hll"
    )


thirty = json.load(open(options.expected))
rows = {}
for c in ("s", "i", "x"):
    imgs = []
    for d in range(30):
        imgs.append(base64.b64encode(stored_hll(os.path.join(options.thirty, "day-%02d.bin" % d), c)).decode())
    rows[c] = {
        "images": imgs,
        **{
            o: {k: thirty[o][c]["cardinality"][k] for k in ("est", "lower_1", "upper_1", "mode", "outOfOrder")}
            for o in ("leftToRight", "rightToLeft")
        },
    }
out["thirty"] = rows
# real sketches
rows = []
random.seed(5)


def pick(kind, want, limit):
    fs = sorted(os.listdir(os.path.join(options.real, kind)))
    random.shuffle(fs)
    got = {}
    for f in fs:
        b = open(os.path.join(options.real, kind, f), "rb").read()
        if len(b) > 9000:
            continue
        key = want(b)
        if got.get(key, 0) < limit:
            got[key] = got.get(key, 0) + 1
            yield b, key


Q = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]


def kkey(b):
    if b[0] == 2:
        return (2, b[3], len(b))
    L = b[18]
    at = 20 + 4 * L
    (lev0,) = struct.unpack_from("<I", b, 20)
    return (b[0], "f" if b[0] == 5 and isfloat(b) else "d", min(L, 3))


def cap(k, L, h):
    def A(k, d):
        return ((2 * k << d) // 3**d + 1) // 2 if d <= 30 else A(A(k, d // 2), d - d // 2)

    return max(8, A(k, L - h - 1))


def isfloat(b):
    (k,) = struct.unpack_from("<H", b, 4)
    L = b[18]
    (lev0,) = struct.unpack_from("<I", b, 20)
    R = sum(cap(k, L, h) for h in range(L)) - lev0
    return len(b) == 20 + 4 * L + 4 * (R + 2)


real = {"kll": [], "hll": [], "fi": [], "theta": []}
for b, key in pick("kll", kkey, 2):
    fl = (len(b) == 12) or (b[0] == 5 and isfloat(b))
    m = a.kll_floats_sketch if fl else a.kll_doubles_sketch
    s = m.deserialize(bytes([5]) + b[1:20] + b[24:] if b[0] == 6 else b)
    e = {"image": base64.b64encode(b).decode(), "itemBytes": 4 if fl else 8, "n": s.n, "k": s.k}
    if s.n:
        e.update(
            min=s.get_min_value(),
            max=s.get_max_value(),
            classic=s.get_quantiles(Q, False),
            inclusive=s.get_quantiles(Q, True),
        )
    real["kll"].append(e)
for b, key in pick("hll", lambda b: (b[7], b[5] & 24, b[6] > 0 and b[7] & 3 == 2, b[5] & 4), 2):
    s = a.hll_sketch.deserialize(b)
    real["hll"].append(
        {
            "image": base64.b64encode(b).decode(),
            "est": s.get_estimate(),
            "bounds": [[s.get_lower_bound(d), s.get_upper_bound(d)] for d in (1, 2, 3)],
        }
    )
for b, key in pick("fi", lambda b: (b[0], b[3], b[5], struct.unpack_from("<Q", b, 24)[0] > 0 if b[0] == 4 else 0), 2):
    s = a.frequent_strings_sketch.deserialize(b)
    E = a.frequent_items_error_type
    real["fi"].append(
        {
            "image": base64.b64encode(b).decode(),
            "totalWeight": s.total_weight,
            "offset": s.get_upper_bound("no such text \x00"),
            "positives": sorted(
                [[x[0], x[1], x[2], x[3]] for x in s.get_frequent_items(E.NO_FALSE_POSITIVES)],
                key=lambda x: (-x[1], x[0]),
            ),
            "negatives": len(s.get_frequent_items(E.NO_FALSE_NEGATIVES)),
        }
    )
for b, key in pick("theta", lambda b: (b[0] & 63, b[5]), 2):
    s = a.compact_theta_sketch.deserialize(b)
    real["theta"].append(
        {"image": base64.b64encode(b).decode(), "est": s.get_estimate(), "theta": s.theta, "count": s.num_retained}
    )
out["real"] = real


def clean(x):
    if isinstance(x, dict):
        return {k: clean(v) for k, v in x.items()}
    if isinstance(x, (list, tuple)):
        return [clean(v) for v in x]
    if isinstance(x, float) and not math.isfinite(x):
        return "NaN" if math.isnan(x) else "Infinity" if x > 0 else "-Infinity"
    return x


json.dump(clean(out), open(options.out, "w"), ensure_ascii=False, allow_nan=False)
