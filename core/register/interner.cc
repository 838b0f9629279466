#include "core/register/interner.h"

#include <cstring>

namespace verzuim {
namespace {

uint64_t Mix(uint64_t value) {
  value ^= value >> 32;
  value *= 0xD6E8FEB86659FD93u;
  value ^= value >> 32;
  return value * 0xD6E8FEB86659FD93u;
}

uint32_t HashOf(std::string_view text) {
  uint64_t hash = text.size();
  uint64_t word = 0;
  for (; text.size() > 8; text.remove_prefix(8)) {
    std::memcpy(&word, text.data(), 8);
    hash = Mix(hash ^ word);
  }
  word = 0;
  for (const char c : text) word = word << 8 | static_cast<uint8_t>(c);
  return static_cast<uint32_t>(Mix(hash ^ word) >> 32);
}

}  // namespace

size_t Interner::SlotOf(std::string_view text, uint32_t hash) const {
  size_t at = hash & (slots_.size() - 1);
  while (slots_[at].id != kFree && !(slots_[at].hash == hash && SameBytes(texts_[slots_[at].id], text))) {
    at = (at + 1) & (slots_.size() - 1);
  }
  return at;
}

std::optional<uint32_t> Interner::Find(std::string_view text) const {
  const Slot& slot = slots_[SlotOf(text, HashOf(text))];
  return slot.id == kFree ? std::nullopt : std::optional<uint32_t>(slot.id);
}

uint32_t Interner::InternNew(std::string_view text) {
  const uint32_t hash = HashOf(text);
  size_t at = SlotOf(text, hash);
  if (slots_[at].id != kFree) return slots_[at].id;
  if (2 * (texts_.size() + 1) > slots_.size()) {
    Grow();
    at = SlotOf(text, hash);
  }
  slots_[at] = {hash, static_cast<uint32_t>(texts_.size())};
  texts_.emplace_back(text);
  return slots_[at].id;
}

void Interner::Grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.id == kFree) continue;
    size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].id != kFree) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

}  // namespace verzuim
