// Interner: each different text once, as a small number. Keys of pupils and codes come back on every row, so
// looking up the text of the previous row costs one comparison.
#ifndef VERZUIM_CORE_REGISTER_INTERNER_H_
#define VERZUIM_CORE_REGISTER_INTERNER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/same_bytes.h"

namespace verzuim {

class Interner {
 public:
  // The number of `text`, counted from 0 in order of first appearance.
  uint32_t Intern(std::string_view text) {
    if (last_ < texts_.size() && SameBytes(*texts_[last_], text)) return last_;
    const auto [at, added] = ids_.try_emplace(std::string(text), static_cast<uint32_t>(texts_.size()));
    if (added) texts_.push_back(&at->first);
    return last_ = at->second;
  }
  // The number of a text that may be there.
  std::optional<uint32_t> Find(std::string_view text) const {
    const auto at = ids_.find(std::string(text));
    return at == ids_.end() ? std::nullopt : std::optional<uint32_t>(at->second);
  }
  std::string_view operator[](uint32_t id) const { return *texts_[id]; }
  size_t size() const { return texts_.size(); }

 private:
  std::unordered_map<std::string, uint32_t> ids_;
  std::vector<const std::string*> texts_;  // keys of a node-based map keep their address
  uint32_t last_ = UINT32_MAX;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_REGISTER_INTERNER_H_
