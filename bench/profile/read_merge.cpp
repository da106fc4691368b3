// The benchmark's jobs with the C++ sketch libraries. Prints one JSON object: times and results.
//
//   g++ -O3 -march=native -std=c++17 -I<sketches>/common/include -I<sketches>/kll/include
//       -I<sketches>/hll/include -I<sketches>/fi/include read_merge.cpp -o read_merge [-DAPACHE]
//   ./read_merge DATA_DIR OBJECTS REPEATS COLUMN WIDE_COLUMN
//
// <sketches> is the unpacked source archive of the PyPI package whylogs-sketching 3.4.1.dev3, which whylogs itself runs,
// or with -DAPACHE of datasketches 4.1.0. The latter reads a KLL header of 20 bytes where whylogs writes 24, so four
// bytes are cut out on reading. The container is walked by hand, in one pass and without copies.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "frequent_items_sketch.hpp"
#include "hll.hpp"
#include "kll_sketch.hpp"

using namespace datasketches;
using Kll = kll_sketch<double>;
using Items = frequent_items_sketch<std::string>;
using Bytes = std::vector<uint8_t>;

static const std::array<double, 7> RANKS = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};
static const std::array<const char*, 11> COUNTERS = {
    "counts/n",        "counts/null",    "counts/nan",   "counts/inf",   "counts/true", "types/integral",
    "types/fractional", "types/boolean", "types/string", "types/object", "types/tensor"};
static const int DRIFT_BINS = 30, DRIFT_DAYS = 7;

// ---- Container

struct Span { const uint8_t* at; const uint8_t* end; };

static uint64_t varint(Span& s) {
  uint64_t value = 0;
  for (int shift = 0; s.at < s.end; shift += 7) {
    uint8_t byte = *s.at++;
    value |= uint64_t(byte & 127) << shift;
    if (byte < 128) break;
  }
  return value;
}

static Span delimited(Span& s) {
  uint64_t size = varint(s);
  Span inner{s.at, s.at + size};
  s.at += size;
  return inner;
}

// Calls take(field, value, bytes) for each field of a message.
template <class F> static void fields(Span s, F take) {
  while (s.at < s.end) {
    uint64_t key = varint(s), value = 0;
    Span inner{nullptr, nullptr};
    switch (key & 7) {
      case 0: value = varint(s); break;
      case 1: memcpy(&value, s.at, 8); s.at += 8; break;
      case 2: inner = delimited(s); break;
      case 5: s.at += 4; break;
      default: throw std::runtime_error("unknown wire type");
    }
    take(int(key >> 3), value, inner);
  }
}

static std::string_view text(Span s) { return {reinterpret_cast<const char*>(s.at), size_t(s.end - s.at)}; }

// Index of a component's path in COUNTERS, or -1.
struct Head {
  std::vector<int> counter;
  std::vector<std::pair<std::string_view, uint64_t>> columns;
  const uint8_t* base;
};

static Head read_head(Span s) {
  s.at += 4;
  delimited(s);
  Span message = delimited(s);
  Head head;
  head.base = s.at;
  fields(message, [&](int field, uint64_t, Span entry) {
    if (field == 5) {
      uint64_t index = 0;
      std::string_view path;
      fields(entry, [&](int f, uint64_t v, Span b) { if (f == 1) index = v; if (f == 2) path = text(b); });
      if (head.counter.size() <= index) head.counter.resize(index + 1, -1);
      for (size_t i = 0; i < COUNTERS.size(); i++) if (path == COUNTERS[i]) head.counter[index] = int(i);
    } else if (field == 2) {
      std::string_view name;
      uint64_t offset = 0;
      fields(entry, [&](int f, uint64_t, Span b) {
        if (f == 1) name = text(b);
        if (f == 2) fields(b, [&](int g, uint64_t v, Span packed) { if (g == 1) offset = packed.at ? varint(packed) : v; });
      });
      head.columns.emplace_back(name, offset);
    }
  });
  return head;
}

// ---- One column of one object

struct Column {
  std::array<int64_t, COUNTERS.size()> counters{};
  std::unique_ptr<Kll> kll;
  std::unique_ptr<hll_sketch> hll;
  std::unique_ptr<Items> items;
};

static std::unique_ptr<Kll> read_kll(Span b) {
#ifdef APACHE
  static Bytes shorter;
  if (b.at[0] == 6) {
    shorter.assign(b.at, b.at + 20);
    shorter[0] = 5;
    shorter.insert(shorter.end(), b.at + 24, b.end);
    return std::make_unique<Kll>(Kll::deserialize(shorter.data(), shorter.size()));
  }
#endif
  return std::make_unique<Kll>(Kll::deserialize(b.at, b.end - b.at));
}

static Span sketch_of(Span message) {
  Span bytes{nullptr, nullptr};
  fields(message, [&](int field, uint64_t, Span b) { if (field == 1) bytes = b; });
  return bytes;
}

static Column read_column(Span at_chunk, const Head& head) {
  uint64_t length = 0;
  fields(delimited(at_chunk), [&](int field, uint64_t value, Span) { if (field == 3) length = value; });
  Column column;
  fields({at_chunk.at, at_chunk.at + length}, [&](int field, uint64_t, Span entry) {
    if (field != 1) return;
    uint64_t index = 0;
    Span component{nullptr, nullptr};
    fields(entry, [&](int f, uint64_t v, Span b) { if (f == 1) index = v; if (f == 2) component = b; });
    fields(component, [&](int f, uint64_t value, Span b) {
      if (f == 2 && head.counter[index] >= 0) column.counters[head.counter[index]] = int64_t(value);
      if (f != 4 && f != 5 && f != 6) return;
      Span s = sketch_of(b);
      if (f == 4) column.items = std::make_unique<Items>(Items::deserialize(s.at, s.end - s.at));
      if (f == 5) column.hll = std::make_unique<hll_sketch>(hll_sketch::deserialize(s.at, s.end - s.at));
      if (f == 6) column.kll = read_kll(s);
    });
  });
  return column;
}

using Profile = std::map<std::string, Column, std::less<>>;

static Profile read_profile(const Bytes& data) {
  Span all{data.data(), data.data() + data.size()};
  Head head = read_head(all);
  Profile profile;
  for (auto& [name, offset] : head.columns) profile.emplace(name, read_column({head.base + offset, all.end}, head));
  return profile;
}

static Column read_one(const Bytes& data, std::string_view wanted) {
  Span all{data.data(), data.data() + data.size()};
  Head head = read_head(all);
  for (auto& [name, offset] : head.columns) if (name == wanted) return read_column({head.base + offset, all.end}, head);
  throw std::runtime_error("no such column");
}

// Opens a file and reads its head and one column of it.
static Column read_one_of_file(const std::string& path, std::string_view wanted) {
  FILE* file = fopen(path.c_str(), "rb");
  Bytes start(65536);
  start.resize(fread(start.data(), 1, start.size(), file));
  Head head = read_head({start.data(), start.data() + start.size()});
  uint64_t from = 0, to = UINT64_MAX;
  for (auto& [name, offset] : head.columns) if (name == wanted) from = offset;
  for (auto& [name, offset] : head.columns) if (offset > from) to = std::min(to, offset);
  uint64_t base = head.base - start.data();
  if (to == UINT64_MAX) to = std::filesystem::file_size(path) - base;
  Bytes own(to - from);
  fseek(file, long(base + from), SEEK_SET);
  if (fread(own.data(), 1, own.size(), file) != own.size()) throw std::runtime_error("short file");
  fclose(file);
  return read_column({own.data(), own.data() + own.size()}, head);
}

// ---- A year of one column

struct Year {
  std::array<int64_t, COUNTERS.size()> counters{};
  std::unique_ptr<Kll> kll;
  std::unique_ptr<hll_union> hll;
  std::unique_ptr<Items> items;
};

static void merge(Year& year, Column& column) {
  for (size_t i = 0; i < COUNTERS.size(); i++) year.counters[i] += column.counters[i];
  if (column.kll) {
    if (!year.kll) year.kll = std::make_unique<Kll>(*column.kll);
    else year.kll->merge(*column.kll);
  }
  if (column.hll) {
    if (!year.hll) year.hll = std::make_unique<hll_union>(12);
    year.hll->update(*column.hll);
  }
  if (column.items) {
    // A copied sketch crashes when it grows (whylogs-sketching 3.4.1), hence a fresh one.
    if (!year.items) year.items = std::make_unique<Items>(10);
    year.items->merge(*column.items);
  }
}

struct Listed { std::string value; uint64_t lower, upper; };

struct Summary {
  std::array<int64_t, COUNTERS.size()> counters{};
  bool has_numbers = false, has_items = false;
  uint64_t n = 0, total = 0, error = 0;
  double min = 0, max = 0;
  std::vector<double> quantiles;
  std::array<double, 3> distinct{};
  std::vector<Listed> listed;
};

static std::vector<double> quantiles(const Kll& kll) {
#ifdef APACHE
  auto view = kll.get_sorted_view();
  std::vector<double> values;
  for (double rank : RANKS) values.push_back(view.get_quantile(rank, false));
  return values;
#else
  return kll.get_quantiles(RANKS.data(), RANKS.size());
#endif
}

template <class Hll> static std::array<double, 3> distinct(const Hll& hll) {
  return {hll.get_estimate(), hll.get_lower_bound(1), hll.get_upper_bound(1)};
}

static double least(const Kll& kll) {
#ifdef APACHE
  return kll.get_min_item();
#else
  return kll.get_min_value();
#endif
}

static double greatest(const Kll& kll) {
#ifdef APACHE
  return kll.get_max_item();
#else
  return kll.get_max_value();
#endif
}

template <class Any> static Summary summarise(const Any& any) {
  Summary s;
  s.counters = any.counters;
  if (any.kll && !any.kll->is_empty()) {
    s.has_numbers = true;
    s.n = any.kll->get_n();
    s.min = least(*any.kll);
    s.max = greatest(*any.kll);
    s.quantiles = quantiles(*any.kll);
  }
  if (any.hll) s.distinct = distinct(*any.hll);
  if (any.items) {
    s.has_items = true;
    s.total = any.items->get_total_weight();
    s.error = any.items->get_maximum_error();
    for (auto& row : any.items->get_frequent_items(NO_FALSE_POSITIVES)) s.listed.push_back({row.get_item(), row.get_lower_bound(), row.get_upper_bound()});
  }
  return s;
}

// ---- Drift: Hellinger distance of each day against the seven before, over 30 bins of both sides' range

// Values below each edge. The edges ascend.
static void add_below(const Kll& kll, const std::vector<double>& edges, std::vector<double>& below) {
#ifdef APACHE
  auto ranks = kll.get_CDF(edges.data(), edges.size(), false);
#else
  auto ranks = kll.get_CDF(edges.data(), edges.size());
#endif
  for (size_t i = 0; i < edges.size(); i++) below[i] += std::round(ranks[i] * double(kll.get_n()));
}

static std::vector<double> drift(const std::vector<std::unique_ptr<Kll>>& days) {
  std::vector<double> distances;
  for (size_t day = DRIFT_DAYS; day < days.size(); day++) {
    double lo = least(*days[day]), hi = greatest(*days[day]), n = 0;
    for (size_t i = day - DRIFT_DAYS; i < day; i++) {
      lo = std::min(lo, least(*days[i]));
      hi = std::max(hi, greatest(*days[i]));
      n += double(days[i]->get_n());
    }
    std::vector<double> edges(DRIFT_BINS), baseline(DRIFT_BINS), target(DRIFT_BINS);
    for (int i = 0; i < DRIFT_BINS; i++) edges[i] = lo + i * ((hi - lo) / DRIFT_BINS);
    for (size_t i = day - DRIFT_DAYS; i < day; i++) add_below(*days[i], edges, baseline);
    add_below(*days[day], edges, target);
    double sum = 0, own = double(days[day]->get_n());
    for (int i = 0; i < DRIFT_BINS; i++) {
      double p = ((i + 1 < DRIFT_BINS ? baseline[i + 1] : n) - baseline[i]) / n;
      double q = ((i + 1 < DRIFT_BINS ? target[i + 1] : own) - target[i]) / own;
      sum += (std::sqrt(q) - std::sqrt(p)) * (std::sqrt(q) - std::sqrt(p));
    }
    distances.push_back(std::sqrt(sum) / std::sqrt(2.0));
  }
  return distances;
}

// ---- Printing

static void print(double value) { printf("%.17g", value); }

template <class List> static void print_numbers(const List& list) {
  printf("[");
  for (size_t i = 0; i < list.size(); i++) { if (i) printf(","); print(double(list[i])); }
  printf("]");
}

// Of a text only what JSON cannot take as it stands is escaped; the benchmark's own are letters and digits.
static void print_text(const std::string& value) {
  printf("\"");
  for (char c : value) { if (c == '"' || c == '\\') printf("\\"); printf("%c", c); }
  printf("\"");
}

static void print_summary(const Summary& s) {
  printf("{\"counters\":");
  print_numbers(s.counters);
  printf(",\"numbers\":");
  if (s.has_numbers) {
    printf("{\"n\":%llu,\"min\":%.17g,\"max\":%.17g,\"quantiles\":", (unsigned long long)s.n, s.min, s.max);
    print_numbers(s.quantiles);
    printf("}");
  } else printf("null");
  printf(",\"distinct\":");
  print_numbers(s.distinct);
  printf(",\"items\":");
  if (s.has_items) {
    printf("{\"total\":%llu,\"error\":%llu,\"listed\":[", (unsigned long long)s.total, (unsigned long long)s.error);
    for (size_t i = 0; i < s.listed.size(); i++) {
      if (i) printf(",");
      printf("[");
      print_text(s.listed[i].value);
      printf(",%llu,%llu]", (unsigned long long)s.listed[i].lower, (unsigned long long)s.listed[i].upper);
    }
    printf("]}");
  } else printf("null");
  printf("}");
}

// ---- Jobs

// CPU seconds of this process, which has one thread: other work on the machine does not count.
static double cpu() { timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return t.tv_sec + t.tv_nsec * 1e-9; }
template <class F> static double seconds(F job) { double start = cpu(); job(); return cpu() - start; }

static Bytes load(const std::string& path) {
  Bytes bytes(std::filesystem::file_size(path));
  FILE* file = fopen(path.c_str(), "rb");
  if (!file || fread(bytes.data(), 1, bytes.size(), file) != bytes.size()) throw std::runtime_error("cannot read " + path);
  fclose(file);
  return bytes;
}

int main(int argc, char** argv) {
  if (argc != 6) { fprintf(stderr, "usage: read_merge DATA_DIR OBJECTS REPEATS COLUMN WIDE_COLUMN\n"); return 2; }
  const std::string folder = argv[1], column = argv[4], wide_column = argv[5], wide = folder + "/wide.bin";
  const size_t count = size_t(atoi(argv[2])), repeats = size_t(atoi(argv[3]));
  std::vector<std::string> files;
  for (auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().filename().string().rfind("day-", 0) == 0 && entry.path().extension() == ".bin") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  // Every object has bytes of its own, as 365 files have.
  std::vector<Bytes> objects;
  for (size_t i = 0; i < count; i++) objects.push_back(load(files[i % files.size()]));

  std::vector<double> t_decode, t_summarise, t_whole, t_drift, t_column;
  std::array<double, 4> decoded{};
  std::map<std::string, Summary> summaries;
  std::vector<double> distances;
  Summary of_wide;
  for (size_t repeat = 0; repeat < repeats; repeat++) {
    {
      std::vector<Profile> profiles(count);
      t_decode.push_back(seconds([&] { for (size_t i = 0; i < count; i++) profiles[i] = read_profile(objects[i]); }));
      decoded = {};
      for (auto& profile : profiles) for (auto& [name, c] : profile) {
        decoded[0] += 1;
        if (c.kll) { decoded[1] += double(c.kll->get_n()); decoded[2] += c.kll->get_num_retained(); }
        if (c.items) decoded[3] += c.items->get_num_active_items();
      }
      std::map<std::string, Year> years;
      summaries.clear();
      t_summarise.push_back(seconds([&] {
        for (auto& profile : profiles) for (auto& [name, c] : profile) merge(years[name], c);
        for (auto& [name, year] : years) summaries[name] = summarise(year);
      }));
    }
    // The same without keeping the profiles.
    t_whole.push_back(seconds([&] {
      std::map<std::string, Year> years;
      std::map<std::string, Summary> again;
      for (auto& object : objects) { Profile profile = read_profile(object); for (auto& [name, c] : profile) merge(years[name], c); }
      for (auto& [name, year] : years) again[name] = summarise(year);
    }));
    t_drift.push_back(seconds([&] {
      std::vector<std::unique_ptr<Kll>> days;
      for (auto& object : objects) days.push_back(std::move(read_one(object, column).kll));
      distances = drift(days);
    }));
    const int openings = 200;
    t_column.push_back(seconds([&] { for (int i = 0; i < openings; i++) of_wide = summarise(read_one_of_file(wide, wide_column)); }) / openings);
  }
  printf("{\"seconds\":{\"decode\":"); print_numbers(t_decode);
  printf(",\"summarise\":"); print_numbers(t_summarise);
  printf(",\"whole\":"); print_numbers(t_whole);
  printf(",\"drift\":"); print_numbers(t_drift);
  printf(",\"column\":"); print_numbers(t_column);
  printf("},\"decoded\":"); print_numbers(decoded);
  printf(",\"columns\":{");
  bool first = true;
  for (auto& [name, s] : summaries) {
    if (!first) printf(",");
    first = false;
    print_text(name);
    printf(":");
    print_summary(s);
  }
  printf("},\"drift\":"); print_numbers(distances);
  printf(",\"wide\":"); print_summary(of_wide);
  printf("}\n");
}
