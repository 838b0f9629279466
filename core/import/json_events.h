// JsonEvents: JSON in chunks of any size, as events. Strict RFC 8259, bounded in depth and in the length of a text.
//
// The library that reads settings elsewhere wants a whole document; an export can be far larger than memory should
// be.
#ifndef VERZUIM_CORE_IMPORT_JSON_EVENTS_H_
#define VERZUIM_CORE_IMPORT_JSON_EVENTS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verzuim {

// Takes what is read. Texts are valid during the call.
class JsonHandler {
 public:
  virtual ~JsonHandler() = default;
  virtual void OnObject() = 0;
  virtual void OnArray() = 0;
  virtual void OnEnd() = 0;  // of the innermost object or array
  virtual void OnKey(std::string_view key) = 0;
  virtual void OnString(std::string_view text) = 0;
  // A number as it is written, "true", "false", or nothing for null.
  virtual void OnLiteral(std::string_view text) = 0;
};

class JsonEvents {
 public:
  static constexpr size_t kMaxDepth = 64;
  static constexpr size_t kMaxText = 1024 * 1024;  // bytes of one string or number

  explicit JsonEvents(JsonHandler& handler) : handler_(handler) {}

  // The next part of the text (UTF-8). False once something is wrong; the rest is ignored then.
  bool Push(std::string_view text);
  // The text has ended: false when it was not one whole value.
  bool Finish();
  // Dutch: what is wrong and on which line; empty while nothing is.
  const std::string& error() const { return error_; }

 private:
  enum class State : uint8_t {
    kValue,
    kFirstValue,
    kKey,
    kFirstKey,
    kColon,
    kComma,
    kString,
    kEscape,
    kHex,
    kLiteral,
    kDone
  };

  bool Take(char c);
  bool TakeStructural(char c);
  bool TakeEscape(char c);
  bool TakeHex(char c);
  bool BeginValue(char c);
  bool Open(char bracket);
  bool Close(char bracket);
  void EndString();
  bool EndLiteral();
  void AfterValue();
  void FlushSurrogate();
  bool Fail(std::string_view what);

  JsonHandler& handler_;
  State state_ = State::kValue;
  std::string stack_;  // '{' and '['
  std::string text_;   // of the string or literal being read
  bool is_key_ = false;
  uint32_t hex_ = 0;
  int hex_digits_ = 0;
  uint32_t surrogate_ = 0;  // a high one that waits for its low one
  uint64_t line_ = 1;
  std::string error_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_JSON_EVENTS_H_
