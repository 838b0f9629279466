#include "core/disclosure/count_table.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/disclosure/csv_text.h"

namespace verzuim {
namespace {

Problem Bad(std::string detail, uint64_t row = 0, std::string file = "tabel") {
  return MakeProblem(ProblemCode::kBadValue, {.file = std::move(file), .row = row, .column = {}, .pointer = {}},
                     detail);
}

using LeafSet = std::vector<bool>;

// Puts the children of one parent in groups that do not overlap: every group that covers the parent is a sum.
void AddSums(uint32_t parent, const std::vector<uint32_t>& children, const std::vector<LeafSet>& sets,
             TableDimension& dimension) {
  struct Group {
    std::vector<uint32_t> members;
    LeafSet covered;
  };
  std::vector<Group> groups;
  const size_t leaves = dimension.leaves;
  for (const uint32_t child : children) {
    Group* home = nullptr;
    for (Group& group : groups) {
      bool overlaps = false;
      for (size_t i = 0; i < leaves && !overlaps; ++i) overlaps = group.covered[i] && sets[child][i];
      if (!overlaps) {
        home = &group;
        break;
      }
    }
    if (home == nullptr) home = &groups.emplace_back(Group{{}, LeafSet(leaves, false)});
    home->members.push_back(child);
    for (size_t i = 0; i < leaves; ++i) home->covered[i] = home->covered[i] || sets[child][i];
  }
  for (Group& group : groups) {
    // What a group of parents leaves open is filled with the inner codes themselves.
    for (uint32_t i = 0; i < leaves; ++i) {
      if (sets[parent][i] && !group.covered[i]) group.members.push_back(i);
    }
    dimension.sums.push_back({parent, std::move(group.members)});
  }
}

}  // namespace

bool TableDimension::Contains(uint32_t code, uint32_t leaf) const {
  const std::vector<uint32_t>& up = ancestors[leaf];
  return std::find(up.begin(), up.end(), code) != up.end();
}

size_t TableDimension::IndexOf(std::string_view code) const {
  return static_cast<size_t>(std::find(codes.begin(), codes.end(), code) - codes.begin());
}

CellId CountTable::CellOf(const std::vector<uint32_t>& codes) const {
  size_t cell = 0;
  for (size_t d = 0; d < dimensions.size(); ++d) cell = cell * dimensions[d].codes.size() + codes[d];
  return static_cast<CellId>(cell);
}

std::vector<uint32_t> CountTable::CodesOf(CellId cell) const {
  std::vector<uint32_t> codes(dimensions.size());
  size_t rest = cell;
  for (size_t d = dimensions.size(); d-- > 0;) {
    codes[d] = static_cast<uint32_t>(rest % dimensions[d].codes.size());
    rest /= dimensions[d].codes.size();
  }
  return codes;
}

std::string CountTable::NameOf(CellId cell) const {
  std::string name;
  const std::vector<uint32_t> codes = CodesOf(cell);
  for (size_t d = 0; d < codes.size(); ++d) name += (d > 0 ? " × " : "") + dimensions[d].codes[codes[d]];
  return name;
}

Result<TableDimension> MakeDimension(std::string name, std::vector<std::string> leaves,
                                     const std::vector<std::pair<std::string, std::string>>& links) {
  TableDimension out;
  out.name = std::move(name);
  out.leaves = leaves.size();
  out.links = links;
  out.codes = std::move(leaves);
  std::map<std::string, uint32_t, std::less<>> index;
  for (uint32_t i = 0; i < out.codes.size(); ++i) {
    if (out.codes[i] == kTotalCode)
      return Bad("De code Total staat in dimensie " + out.name + "; geef alleen de delen.");
    index.emplace(out.codes[i], i);
  }
  for (const auto& [code, parent] : links) {
    if (parent == kTotalCode) continue;
    if (index.emplace(parent, static_cast<uint32_t>(out.codes.size())).second) {
      out.codes.push_back(parent);
    } else if (index.find(parent)->second < out.leaves) {
      return Bad("De code " + parent + " van dimensie " + out.name +
                 " heeft eigen aantallen en is ook een totaal. "
                 "Geef alleen de aantallen van de delen.");
    }
  }
  const uint32_t total = static_cast<uint32_t>(out.codes.size());
  out.codes.emplace_back(kTotalCode);
  std::vector<std::vector<uint32_t>> children(out.codes.size());
  std::vector<std::vector<uint32_t>> parents(out.codes.size());
  for (const auto& [code, parent] : links) {
    if (code == kTotalCode)
      return Bad("Total heeft in dimensie " + out.name + " een bovenliggende code; haal die weg.");
    const auto found = index.find(code);
    if (found == index.end()) {
      return Bad("De code " + code + " uit de hiërarchie van dimensie " + out.name +
                 " heeft geen aantallen en geen delen.");
    }
    const uint32_t p = parent == kTotalCode ? total : index.find(parent)->second;
    if (std::find(parents[found->second].begin(), parents[found->second].end(), p) != parents[found->second].end()) {
      continue;
    }
    parents[found->second].push_back(p);
    children[p].push_back(found->second);
  }
  for (uint32_t c = 0; c < total; ++c) {
    if (!parents[c].empty()) continue;
    parents[c].push_back(total);
    children[total].push_back(c);
  }
  // Leaf sets, bottom up; a code that is never finished hangs in a cycle.
  std::vector<LeafSet> sets(out.codes.size(), LeafSet(out.leaves, false));
  std::vector<size_t> waiting(out.codes.size());
  std::vector<uint32_t> ready;
  size_t finished = 0;
  for (uint32_t c = 0; c < out.codes.size(); ++c) {
    waiting[c] = children[c].size();
    if (c < out.leaves) sets[c][c] = true;
    if (waiting[c] == 0) ready.push_back(c);
  }
  while (!ready.empty()) {
    const uint32_t c = ready.back();
    ready.pop_back();
    ++finished;
    for (const uint32_t p : parents[c]) {
      for (size_t i = 0; i < out.leaves; ++i) sets[p][i] = sets[p][i] || sets[c][i];
      if (--waiting[p] == 0) ready.push_back(p);
    }
  }
  if (finished != out.codes.size())
    return Bad("De hiërarchie van dimensie " + out.name + " verwijst in een kring naar zichzelf.");
  for (uint32_t p = static_cast<uint32_t>(out.leaves); p < out.codes.size(); ++p) AddSums(p, children[p], sets, out);
  out.ancestors.resize(out.leaves);
  for (uint32_t leaf = 0; leaf < out.leaves; ++leaf) {
    for (uint32_t c = 0; c < out.codes.size(); ++c) {
      if (sets[c][leaf]) out.ancestors[leaf].push_back(c);
    }
  }
  return out;
}

Result<CountTable> MakeCountTable(std::vector<TableDimension> dimensions, const std::vector<int64_t>& inner) {
  CountTable table;
  table.dimensions = std::move(dimensions);
  const size_t k = table.dimensions.size();
  size_t cells = 1;
  for (const TableDimension& dimension : table.dimensions) {
    cells *= dimension.codes.size();
    if (cells > kMaxCells) {
      return Bad("De tabel heeft meer dan " + std::to_string(kMaxCells) + " cellen. Deel de tabel op.");
    }
  }
  std::vector<size_t> stride(k, 1);
  for (size_t d = k; d-- > 1;) stride[d - 1] = stride[d] * table.dimensions[d].codes.size();
  table.system.AddCells(cells);
  table.counts.assign(cells, 0);

  std::vector<uint32_t> leaf(k, 0);
  std::vector<CellId> reached, next;
  for (const int64_t count : inner) {
    if (count != 0) {
      reached.assign(1, 0);
      for (size_t d = 0; d < k; ++d) {
        next.clear();
        for (const CellId base : reached) {
          for (const uint32_t code : table.dimensions[d].ancestors[leaf[d]]) {
            next.push_back(static_cast<CellId>(base + code * stride[d]));
          }
        }
        reached.swap(next);
      }
      for (const CellId cell : reached) {
        table.counts[cell] += count;
        if (table.counts[cell] > kMaxCount) return Bad("De aantallen zijn samen te groot.");
      }
    }
    for (size_t d = k; d-- > 0;) {
      if (++leaf[d] < table.dimensions[d].leaves) break;
      leaf[d] = 0;
    }
  }

  std::vector<CellId> children;
  for (size_t d = 0; d < k; ++d) {
    const size_t block = stride[d] * table.dimensions[d].codes.size();
    for (const CodeSum& sum : table.dimensions[d].sums) {
      for (size_t high = 0; high < cells; high += block) {
        for (size_t low = 0; low < stride[d]; ++low) {
          children.clear();
          for (const uint32_t child : sum.children)
            children.push_back(static_cast<CellId>(high + child * stride[d] + low));
          table.system.AddRelation({static_cast<CellId>(high + sum.parent * stride[d] + low)}, children);
        }
      }
    }
  }
  table.system.Index();
  return table;
}

Result<CountTable> ReadCountTable(std::string_view table_text, std::string_view hierarchy_text) {
  const std::vector<CsvRow> rows = SplitCsv(table_text);
  if (rows.empty() || rows.front().fields.size() < 2) {
    return Bad("De tabel heeft een kopregel nodig met minstens één dimensie en het aantal.", 1);
  }
  const std::vector<std::string>& header = rows.front().fields;
  const size_t k = header.size() - 1;
  std::vector<std::vector<std::string>> leaves(k);
  std::vector<std::map<std::string, uint32_t, std::less<>>> index(k);
  struct Inner {
    std::vector<uint32_t> leaf;
    int64_t count;
    uint64_t row;
  };
  std::vector<Inner> records;
  for (size_t r = 1; r < rows.size(); ++r) {
    const std::vector<std::string>& fields = rows[r].fields;
    if (fields.size() != k + 1) {
      return Bad(
          "Deze regel heeft " + std::to_string(fields.size()) + " velden; verwacht: " + std::to_string(k + 1) + ".",
          rows[r].row);
    }
    const std::optional<int64_t> count = ParseCount(fields[k]);
    if (!count) {
      return Bad("Het aantal '" + fields[k] + "' is geen geheel getal van 0 of meer. Verbeter de cel.", rows[r].row);
    }
    Inner inner{{}, *count, rows[r].row};
    for (size_t d = 0; d < k; ++d) {
      const auto [at, fresh] = index[d].emplace(fields[d], static_cast<uint32_t>(leaves[d].size()));
      if (fresh) leaves[d].push_back(fields[d]);
      inner.leaf.push_back(at->second);
    }
    records.push_back(std::move(inner));
  }
  if (records.empty()) return Bad("De tabel heeft geen regels met aantallen.");

  std::vector<std::vector<std::pair<std::string, std::string>>> links(k);
  const std::vector<CsvRow> parents = SplitCsv(hierarchy_text);
  for (size_t r = 1; r < parents.size(); ++r) {
    const std::vector<std::string>& fields = parents[r].fields;
    if (fields.size() != 3)
      return Bad("Een regel van de hiërarchie heeft drie velden: dim, code, parent.", parents[r].row, "hierarchie");
    const size_t d = static_cast<size_t>(std::find(header.begin(), header.end() - 1, fields[0]) - header.begin());
    if (d >= k) return Bad("De dimensie " + fields[0] + " staat niet in de tabel.", parents[r].row, "hierarchie");
    links[d].emplace_back(fields[1], fields[2]);
  }
  std::vector<TableDimension> dimensions;
  size_t inner_cells = 1;
  for (size_t d = 0; d < k; ++d) {
    Result<TableDimension> dimension = MakeDimension(header[d], leaves[d], links[d]);
    if (!dimension) return dimension.problem();
    dimensions.push_back(std::move(*dimension));
    inner_cells *= dimensions.back().leaves;
    if (inner_cells > kMaxCells) {
      return Bad("De tabel heeft meer dan " + std::to_string(kMaxCells) + " cellen. Deel de tabel op.");
    }
  }
  std::vector<int64_t> inner(inner_cells, -1);
  for (const Inner& record : records) {
    size_t at = 0;
    for (size_t d = 0; d < k; ++d) at = at * dimensions[d].leaves + record.leaf[d];
    if (inner[at] >= 0) return Bad("Deze cel staat er al. Geef elke cel één keer.", record.row);
    inner[at] = record.count;
  }
  for (int64_t& count : inner) count = std::max<int64_t>(count, 0);
  return MakeCountTable(std::move(dimensions), inner);
}

}  // namespace verzuim
