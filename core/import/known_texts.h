// KnownTexts: short texts with what each stands for, to be found again without reading them.
//
// Example
//   KnownTexts<Date> dates;
//   dates.Add("2025-09-01", date);
//   *dates.Find("2025-09-01") == date
#ifndef VERZUIM_CORE_IMPORT_KNOWN_TEXTS_H_
#define VERZUIM_CORE_IMPORT_KNOWN_TEXTS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace verzuim {

// Up to sixteen bytes of text as two numbers, to be compared at once; what lies behind the text is zero.
struct ShortText {
  static constexpr size_t kMaxBytes = 16;

  uint64_t low = 0;
  uint64_t high = 0;

  // The `size` (at most kMaxBytes) bytes at `text`, of which kMaxBytes can be read.
  static ShortText Load(const char* text, size_t size) {
    // kKeep + kMaxBytes - n: n bytes of ones, then zeros; so the order of bytes in a number does not matter.
    static constexpr auto kKeep = [] {
      std::array<char, 2 * kMaxBytes> keep{};
      for (size_t i = 0; i < kMaxBytes; ++i) keep[i] = static_cast<char>(0xFF);
      return keep;
    }();
    ShortText out, keep;
    std::memcpy(&out, text, kMaxBytes);
    std::memcpy(&keep, kKeep.data() + kMaxBytes - size, kMaxBytes);
    return {out.low & keep.low, out.high & keep.high};
  }
  // Of a text that may be the last of its memory.
  static ShortText Copy(std::string_view text) {
    ShortText out;
    std::memcpy(&out, text.data(), text.size());
    return out;
  }

  bool operator==(const ShortText& other) const { return ((low ^ other.low) | (high ^ other.high)) == 0; }
};
static_assert(sizeof(ShortText) == ShortText::kMaxBytes);

// Texts of 1 to 16 bytes without zero bytes. At most kMax of them; what comes later is not kept.
template <class Value>
class KnownTexts {
 public:
  static constexpr size_t kMax = 1 << 20;

  // nullptr: not known.
  const Value* Find(const ShortText& text) const {
    for (size_t at = Start(text);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].text == text) return &slots_[at].value;
      if (slots_[at].text == ShortText{}) return nullptr;
    }
  }
  void Add(const ShortText& text, const Value& value) {
    if (count_ == kMax || Find(text) != nullptr) return;
    if (2 * ++count_ > slots_.size()) Grow();
    Put({text, value});
  }

 private:
  struct Slot {
    ShortText text;  // all zero: free
    Value value{};
  };

  size_t Start(const ShortText& text) const {
    uint64_t mixed = (text.low ^ (text.high * 0x9E3779B97F4A7C15u)) * 0xBF58476D1CE4E5B9u;
    mixed ^= mixed >> 32;
    mixed *= 0x94D049BB133111EBu;
    return static_cast<size_t>(mixed >> 32) & (slots_.size() - 1);
  }
  void Put(const Slot& slot) {
    size_t at = Start(slot.text);
    while (!(slots_[at].text == ShortText{})) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
  void Grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (!(slot.text == ShortText{})) Put(slot);
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two, at most half in use
  size_t count_ = 0;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_KNOWN_TEXTS_H_
