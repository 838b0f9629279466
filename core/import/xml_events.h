// XmlEvents: XML in chunks of any size, as events. What a pupil list needs and no more: elements, attributes, text,
// CDATA, comments and the five named characters. A document type is refused, and with it every trick with entities.
#ifndef VERZUIM_CORE_IMPORT_XML_EVENTS_H_
#define VERZUIM_CORE_IMPORT_XML_EVENTS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verzuim {

// Takes what is read. Names are without their prefix ("edex:leerling" is "leerling"); texts are valid during the
// call.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void OnElement(std::string_view name) = 0;
  virtual void OnAttribute(std::string_view name, std::string_view value) = 0;  // of the element just begun
  virtual void OnText(std::string_view text) = 0;                               // may come in parts
  virtual void OnEnd() = 0;
};

class XmlEvents {
 public:
  static constexpr size_t kMaxDepth = 64;
  static constexpr size_t kMaxTag = 256 * 1024;  // bytes between < and >

  explicit XmlEvents(XmlHandler& handler) : handler_(handler) {}

  bool Push(std::string_view text);
  bool Finish();
  const std::string& error() const { return error_; }  // Dutch, with the line; empty while nothing is wrong

 private:
  bool TakeTag(std::string_view tag);
  bool TakeStartTag(std::string_view tag);
  bool TakeEndTag(std::string_view name);
  bool TakeAttribute(std::string_view& rest);
  bool TakeText(std::string_view text);
  bool Unescape(std::string_view text, std::string& out);
  bool TagEnds() const;
  bool Fail(std::string_view what);

  XmlHandler& handler_;
  bool in_tag_ = false;
  std::string pending_;  // the tag so far, or text that may end in half a character code
  char quote_ = 0;       // inside an attribute value
  std::vector<std::string> open_;
  bool any_ = false;
  uint64_t line_ = 1;
  std::string error_;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_XML_EVENTS_H_
