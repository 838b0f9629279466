// Interner: each different text once, as a small number. Keys of pupils and codes come back on every row, so
// looking up the text of the previous row costs one comparison.
#ifndef VERZUIM_CORE_REGISTER_INTERNER_H_
#define VERZUIM_CORE_REGISTER_INTERNER_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/same_bytes.h"

namespace verzuim {

class Interner {
 public:
  // The number of `text`, counted from 0 in order of first appearance.
  uint32_t Intern(std::string_view text) {
    if (last_ < texts_.size() && SameBytes(texts_[last_], text)) return last_;
    return last_ = InternNew(text);
  }
  // The number of a text that may be there.
  std::optional<uint32_t> Find(std::string_view text) const;
  std::string_view operator[](uint32_t id) const { return texts_[id]; }
  size_t size() const { return texts_.size(); }

 private:
  static constexpr uint32_t kFree = UINT32_MAX;
  struct Slot {
    uint32_t hash = 0;
    uint32_t id = kFree;
  };

  uint32_t InternNew(std::string_view text);
  // Where `text` is, or has to be put.
  size_t SlotOf(std::string_view text, uint32_t hash) const;
  void Grow();

  std::deque<std::string> texts_;                    // texts never move
  std::vector<Slot> slots_ = std::vector<Slot>(16);  // a power of two, at most half in use
  uint32_t last_ = kFree;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_REGISTER_INTERNER_H_
