#include "core/import/lesson_forms.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "core/import/byte_vector.h"
#include "core/import/text.h"

namespace verzuim {
namespace {

// The parts of a row and what may be read beyond its end.
constexpr size_t kSlackBytes = 3 * ShortText::kMaxBytes + 2 * ByteVector::kBytes;
constexpr uint32_t kMaxPass = 63;

// Only visible ASCII, which neither ends a cell nor is trimmed from it.
bool IsPlain(std::string_view text, char delimiter) {
  return !text.empty() && text.size() <= ShortText::kMaxBytes && std::all_of(text.begin(), text.end(), [=](char c) {
    return c > ' ' && c < 0x7f && c != '"' && c != delimiter;
  });
}

// Bytes before `stop` or a line end; 0 when they are too many to be known, or end in a zero byte, which a ShortText
// does not tell from what lies behind a text.
size_t SizeUntil(const char* at, char stop) {
  const ByteVector bytes = ByteVector::Load(at);
  const uint32_t mask = (bytes.Equals(stop) | (bytes.Equals('\n') | bytes.Equals('\r'))).Mask();
  const size_t size = mask == 0 ? 0 : static_cast<size_t>(std::countr_zero(mask));
  return size > 0 && size <= ShortText::kMaxBytes && at[size - 1] != '\0' ? size : 0;
}

}  // namespace

LessonForms::FixedText::FixedText(std::string_view text) : size_(text.size()) {
  for (; !text.empty(); text.remove_prefix(std::min<size_t>(8, text.size()))) {
    const std::string_view part = text.substr(0, 8);
    Word word{0, 0};
    std::memcpy(&word.bytes, part.data(), part.size());
    std::memset(&word.keep, 0xFF, part.size());
    words_.push_back(word);
  }
}

bool LessonForms::FixedText::operator==(const FixedText& other) const {
  return size_ == other.size_ && std::equal(words_.begin(), words_.end(), other.words_.begin(),
                                            [](const Word& a, const Word& b) { return a.bytes == b.bytes; });
}

LessonForms::LessonForms(const Layout& layout) : delimiter_(layout.delimiter) {
  // A lesuur that has to be the same in two columns is no free part.
  if (layout.profile->kind != RowKind::kLesson || layout.ColumnOf(Field::kLesuurTot) != kNoColumn) return;
  std::array<std::pair<int, Part>, kParts> parts = {{{layout.ColumnOf(Field::kLeerling), Part::kPupil},
                                                     {layout.ColumnOf(Field::kDatum), Part::kDate},
                                                     {layout.ColumnOf(Field::kLesuur), Part::kLesuur}}};
  std::sort(parts.begin(), parts.end());
  for (size_t i = 0; i < kParts; ++i) {
    if (parts[i].first == kNoColumn || (i > 0 && parts[i].first == parts[i - 1].first)) return;
    columns_[i] = static_cast<size_t>(parts[i].first);
    parts_[i] = parts[i].second;
  }
  // A row that repeats the header is no lesson: where "3" is the name of the column it could pass for one.
  const int lesuur = layout.ColumnOf(Field::kLesuur);
  usable_ = layout.header_line == 0 || !AllDigits(FoldName(layout.columns[static_cast<size_t>(lesuur)]));
}

bool LessonForms::Remember(std::string_view pupil, std::string_view date, Date day) {
  if (!IsPlain(pupil, delimiter_) || !IsPlain(date, delimiter_)) return false;
  pupils_.Add(ShortText::Copy(pupil), 0);
  dates_.Add(ShortText::Copy(date), day);
  return true;
}

std::unique_ptr<LessonForms::Form> LessonForms::MakeForm(const Record& record, const LessonRow& lesson) const {
  auto form = std::make_unique<Form>();
  const char* at = record.text.data();
  const char* end = at + record.text.size();
  for (size_t i = 0; i < kParts; ++i) {
    const std::string_view cell = Trim(record.cells[columns_[i]]);
    form->around[i] = FixedText({at, static_cast<size_t>(cell.data() - at)});
    at = cell.data() + cell.size();
    form->stop[i] = at == end ? '\n' : *at;
  }
  form->around[kParts] = FixedText({at, static_cast<size_t>(end - at)});
  for (const FixedText& text : form->around) form->bytes += text.size();
  form->code = lesson.reason.code;
  form->vak = lesson.vak;
  form->row = lesson;
  form->row.reason.code = form->code;
  form->row.vak = form->vak;
  return form;
}

void LessonForms::Learn(const Record& record, const LessonRow& lesson) {
  if (!usable_ || record.text.empty() || record.text.size() > kMaxFormBytes) return;
  const auto cell = [&](Part part) {
    return Trim(
        record.cells[columns_[static_cast<size_t>(std::find(parts_.begin(), parts_.end(), part) - parts_.begin())]]);
  };
  const std::string_view lesuur = cell(Part::kLesuur);
  if (!Remember(lesson.pupil, cell(Part::kDate), lesson.date) || lesuur.size() > 2 || !AllDigits(lesuur)) return;
  if (passed_ < pass_) {
    ++passed_;
    return;
  }
  passed_ = 0;
  if (++made_ > kMaxForms) pass_ = std::min(2 * pass_ + 1, kMaxPass);
  std::unique_ptr<Form> form = MakeForm(record, lesson);
  const bool known = std::any_of(forms_.begin(), forms_.end(),
                                 [&](const std::unique_ptr<Form>& other) { return other->around == form->around; });
  if (known) return;
  room_ = std::max(room_, form->bytes + kSlackBytes);
  if (forms_.size() == kMaxForms) forms_.pop_back();
  forms_.insert(forms_.begin(), std::move(form));
}

bool LessonForms::ReadPart(Part part, char stop, const char*& at, LessonRow& row) {
  switch (part) {
    case Part::kPupil:
      if (!(at[pupil_size_] == stop && ShortText::Load(at, pupil_size_) == pupil_)) {
        const size_t size = SizeUntil(at, stop);
        if (size == 0) return false;
        const ShortText pupil = ShortText::Load(at, size);
        if (pupils_.Find(pupil) == nullptr) return false;
        pupil_ = pupil;
        pupil_size_ = size;
      }
      row.pupil = {at, pupil_size_};
      at += pupil_size_;
      return true;
    case Part::kDate:
      if (!(at[date_size_] == stop && ShortText::Load(at, date_size_) == date_)) {
        const size_t size = SizeUntil(at, stop);
        if (size == 0) return false;
        const ShortText date = ShortText::Load(at, size);
        const Date* day = dates_.Find(date);
        if (day == nullptr) return false;
        date_ = date;
        date_size_ = size;
        day_ = *day;
      }
      row.date = day_;
      at += date_size_;
      return true;
    case Part::kLesuur: {
      if (!IsDigit(*at)) return false;
      int number = *at++ - '0';
      if (IsDigit(*at)) number = 10 * number + (*at++ - '0');
      row.lesuur = static_cast<uint8_t>(number);
      return number <= kMaxLesuur;
    }
  }
  return false;
}

bool LessonForms::Fits(Form& form, const char*& at) {
  const char* here = at;
  for (size_t i = 0; i < kParts; ++i) {
    if (!form.around[i].StartsAt(here)) return false;
    here += form.around[i].size();
    if (!ReadPart(parts_[i], form.stop[i], here, form.row)) return false;
  }
  if (!form.around[kParts].StartsAt(here)) return false;
  here += form.around[kParts].size();
  if (*here == '\r') ++here;
  if (*here != '\n') return false;
  at = here + 1;
  return true;
}

TakenRecords LessonForms::Take(std::string_view text, uint64_t line, uint16_t file, RowSink& sink) {
  TakenRecords taken;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (!forms_.empty() && static_cast<size_t>(end - at) >= room_) {
    if (!Fits(*forms_.front(), at)) {
      const auto fitting = std::find_if(forms_.begin() + 1, forms_.end(),
                                        [&](const std::unique_ptr<Form>& form) { return Fits(*form, at); });
      if (fitting == forms_.end()) break;
      std::rotate(forms_.begin(), fitting, fitting + 1);
    }
    LessonRow& row = forms_.front()->row;
    row.ref = {static_cast<uint32_t>(line + taken.records), file};
    sink.Add(row);
    ++taken.records;
  }
  if (taken.records > 0) made_ = pass_ = 0;
  taken.bytes = static_cast<size_t>(at - text.data());
  return taken;
}

}  // namespace verzuim
