// LessonForms: rows of a lesson register that say nothing new but a pupil, a day and a lesuur.
//
// In a register nearly every row looks like many before it: the same subject, length and status, for another pupil,
// day or lesuur. What a row looks like around those three cells is its form. A form is learned from a row that was
// read with care; a row of a known form, with a pupil and a day that were read with care before, leads to the same
// lesson as reading it with care would, and takes a few comparisons. Any other row is left to the careful way.
#ifndef VERZUIM_CORE_IMPORT_LESSON_FORMS_H_
#define VERZUIM_CORE_IMPORT_LESSON_FORMS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/known_texts.h"
#include "core/import/layout.h"
#include "core/import/tokenizer.h"
#include "core/register/rows.h"

namespace verzuim {

class LessonForms {
 public:
  // `layout` (recognised) must outlive this.
  explicit LessonForms(const Layout& layout);

  // A record that was read with care and led to `lesson`.
  void Learn(const Record& record, const LessonRow& lesson);
  // Hands the rows of known forms at the start of `text` to the sink, up to the first that is not; `line` is that of
  // the first row, `file` goes into every RowRef.
  TakenRecords Take(std::string_view text, uint64_t line, uint16_t file, RowSink& sink);

 private:
  // The three cells that may differ, in the order in which they stand in the row.
  enum class Part : uint8_t { kPupil, kDate, kLesuur };
  static constexpr size_t kParts = 3;
  static constexpr size_t kMaxForms = 16;
  static constexpr size_t kMaxFormBytes = 1024;

  // A fixed part of a row, compared eight bytes at a time.
  class FixedText {
   public:
    FixedText() = default;
    explicit FixedText(std::string_view text);
    size_t size() const { return size_; }
    // Whether `at`, of which size() + 8 bytes can be read, starts with it.
    bool StartsAt(const char* at) const {
      uint64_t word;
      for (const Word& part : words_) {
        std::memcpy(&word, at, sizeof word);
        if ((word & part.keep) != part.bytes) return false;
        at += sizeof word;
      }
      return true;
    }
    bool operator==(const FixedText& other) const;

   private:
    struct Word {
      uint64_t bytes;
      uint64_t keep;
    };
    std::vector<Word> words_;
    size_t size_ = 0;
  };
  struct Form {
    std::array<FixedText, kParts + 1> around;  // before the first part, between the parts, after the last
    std::array<char, kParts> stop{};           // the byte that follows each part; '\n' at the end of the row
    LessonRow row;                             // the lesson; its texts are the two below
    std::string code, vak;
    size_t bytes = 0;  // of `around` together
  };

  // Whether the row at `at` has this form: then its lesson is in `form.row`, and `at` behind its line end.
  bool Fits(Form& form, const char*& at);
  bool ReadPart(Part part, char stop, const char*& at, LessonRow& row);
  // Knows the pupil and the day from now on. False when the row has more in it than can be known.
  bool Remember(std::string_view pupil, std::string_view date, Date day);
  std::unique_ptr<Form> MakeForm(const Record& record, const LessonRow& lesson) const;

  bool usable_ = false;
  char delimiter_;
  std::array<Part, kParts> parts_{};
  std::array<size_t, kParts> columns_{};      // of parts_
  std::vector<std::unique_ptr<Form>> forms_;  // the one that fitted last comes first
  size_t room_ = 0;                           // bytes that may be looked at for one row
  KnownTexts<char> pupils_;
  KnownTexts<Date> dates_;
  // The last of both; at first something that no cell is.
  ShortText pupil_{1, 0}, date_{1, 0};
  size_t pupil_size_ = 0, date_size_ = 0;
  Date day_;
  // Rows that look like no other are not worth learning a form from: when all forms made since the last row taken
  // were of no use, more and more rows are passed over before the next is made.
  uint32_t made_ = 0, pass_ = 0, passed_ = 0;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_LESSON_FORMS_H_
