// EdexmlTable: the pupils in an EDEXML list (version 2.1 and the editions like it), one record each.
//
// Of a pupil: the attributes ("key", "eckid"), the elements by their own names ("geboortedatum"), "groep" as the name
// of the group its key points at, and "leerjaar": the jaargroep 1 to 8, or 11 to 16 as year 1 to 6 of vo; other
// jaargroepen (S, V, C, H) are no year. The list does not say when a school changed its keys; they are the pupil
// numbers here.
#ifndef VERZUIM_CORE_IMPORT_EDEXML_TABLE_H_
#define VERZUIM_CORE_IMPORT_EDEXML_TABLE_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/record_source.h"
#include "core/import/xml_events.h"

namespace verzuim {

// Whether the text begins as an EDEXML list: its first element is EDEX.
bool IsEdexml(std::string_view start);

class EdexmlTable : public RecordSource, private XmlHandler {
 public:
  EdexmlTable() : events_(*this) {}

  bool Push(std::string_view text) override;
  bool Finish() override;
  const std::string& error() const override { return error_.empty() ? events_.error() : error_; }

 private:
  void OnElement(std::string_view name) override;
  void OnAttribute(std::string_view name, std::string_view value) override;
  void OnText(std::string_view text) override;
  void OnEnd() override;

  bool Within(std::string_view list, std::string_view element) const;
  void EndPupilElement();
  void EndPupil();
  void Set(std::string name, std::string value);

  XmlEvents events_;
  std::string error_;
  std::vector<std::string> path_;
  std::string text_;
  std::string reference_;  // the key an element of a pupil points at
  std::string group_key_;
  std::map<std::string, std::string, std::less<>> groups_;  // name by key
  std::vector<NamedValue> pupil_;
  size_t pupil_bytes_ = 0;
  size_t group_bytes_ = 0;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_EDEXML_TABLE_H_
