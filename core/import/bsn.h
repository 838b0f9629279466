// Burgerservicenummers: recognised in order never to be read.
//
// A BSN is nine digits whose weighted sum (9, 8, 7, 6, 5, 4, 3, 2, -1) is a multiple of eleven, the "elfproef".
#ifndef VERZUIM_CORE_IMPORT_BSN_H_
#define VERZUIM_CORE_IMPORT_BSN_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace verzuim {

// Exactly nine digits, not all zero, that pass the elfproef. Example  LooksLikeBsn("111222333") == true
bool LooksLikeBsn(std::string_view text);

// A header that names a BSN, in any spelling: "BSN", "Burgerservicenummer", "BSN/onderwijsnr".
bool NamesBsn(std::string_view header);

// `text` with every BSN in it replaced by nine stars: no problem text and no preview shows one.
std::string MaskBsn(std::string_view text);

// Decides for one column from the cells of the sniff window: most of the filled cells are BSNs.
class BsnCount {
 public:
  void Add(std::string_view cell);
  bool MostAreBsn() const { return bsn_ > 0 && 2 * bsn_ > filled_; }

 private:
  size_t filled_ = 0;
  size_t bsn_ = 0;
};

}  // namespace verzuim

#endif  // VERZUIM_CORE_IMPORT_BSN_H_
