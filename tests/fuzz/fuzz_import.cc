// Any bytes through the importer: no crash, every row accounted for, and the same rows in chunks as in one piece.
// The first byte chooses the chunk size, the second a profile to force. With VERZUIM_FUZZ_START all files are of the
// kind that begins so, and the fuzzer spends its time behind the sniffer: in the readers of JSON and EDEXML.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/import/container.h"
#include "core/import/profile.h"
#include "tests/fuzz/require.h"
#include "tests/import/recording_sink.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using verzuim::Require;
  if (size < 2) return 0;
  const size_t chunk = 1 + data[0] % 61;
  const auto profiles = verzuim::Profiles();
  // '0' (as in the seeds) and most other bytes leave the profile to be recognised.
  const size_t choice = data[1];
  const std::string profile(choice < profiles.size() ? profiles[choice].name : std::string_view());
  std::string bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
#ifdef VERZUIM_FUZZ_START
  constexpr std::string_view kStart = VERZUIM_FUZZ_START;
  if (verzuim::ContainerOf(bytes) != verzuim::ContainerOf(kStart)) bytes.insert(0, kStart);
#endif

  const verzuim::Imported whole = verzuim::ImportText(bytes, 0, profile);
  Require(whole.description.bytes == bytes.size(), "every byte counts");
  Require(whole.description.rows == whole.used + whole.rejected, "rows read = used + rejected");
  const verzuim::Imported split = verzuim::ImportText(bytes, chunk, profile);
  Require(split.fatal == whole.fatal, "the same verdict for every split");
  // Records may turn out damaged half way: then the file is refused, and what was handed over is dropped.
  if (whole.fatal && whole.fatal->code == verzuim::ProblemCode::kBadRecords) return 0;
  Require(!whole.fatal || whole.lines.empty(), "a file that is refused hands over nothing");
  Require(split.lines == whole.lines, "the same rows for every split");
  Require(split.description.rows == whole.description.rows, "the same number of rows for every split");
  Require(split.description.encoding == whole.description.encoding, "the same encoding for every split");
  Require(split.description.preview == whole.description.preview, "the same preview for every split");
  return 0;
}
