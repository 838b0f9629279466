// The module's surface: JsonSession with bytes carried across, and a few free functions. No logic lives here.
//
// Members are not noexcept (Embind of Emscripten 3.1.6 does not compile those), and no 64-bit integer crosses.
#include <emscripten/bind.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sha256.h"
#include "core/json/beleid_json.h"
#include "core/json/disclosure_json.h"
#include "core/json/json_session.h"
#include "core/json/rollup_json.h"

namespace {

using emscripten::val;

val View(const void* data, size_t size) {
  return val(emscripten::typed_memory_view(size, static_cast<const uint8_t*>(data)));
}

class Session {
 public:
  std::string SetSchool(const std::string& school) { return session_.SetSchool(school); }
  std::string Begin(const std::string& request) { return session_.Begin(request); }
  // A window on `size` bytes of the module's memory to fill before Push; valid until the next call.
  val Input(uint32_t size) {
    input_.resize(size);
    return View(input_.data(), size);
  }
  // Takes the first `size` bytes of that window.
  bool Push(uint32_t size) {
    if (size > input_.size()) return false;
    return session_.Push({reinterpret_cast<const char*>(input_.data()), size});
  }
  // Takes them as bytes of a workbook: counted and fingerprinted, not read.
  void PushContainer(uint32_t size) {
    if (size <= input_.size()) session_.PushContainer({reinterpret_cast<const char*>(input_.data()), size});
  }
  bool Splits() const { return session_.Splits(); }
  // Takes them for the fingerprint only: another reader reads them.
  void Fingerprint(uint32_t size) {
    if (size <= input_.size()) session_.Fingerprint({reinterpret_cast<const char*>(input_.data()), size});
  }
  // Takes them as what that reader has made.
  bool AddPart(uint32_t size) {
    return size <= input_.size() && session_.AddPart({reinterpret_cast<const char*>(input_.data()), size});
  }
  // Takes them as bytes that Fingerprint has had.
  bool PushAgain(uint32_t size) {
    return size <= input_.size() && session_.PushAgain({reinterpret_cast<const char*>(input_.data()), size});
  }
  std::string End(const std::string& request) { return session_.End(request); }
  void Abort() { session_.Abort(); }
  double RowsSoFar() const { return static_cast<double>(session_.RowsSoFar()); }
  std::string Inspect() { return session_.Inspect(); }
  std::string Bereken(const std::string& request) { return session_.Bereken(request); }
  std::string BerekenBegin(const std::string& request) { return session_.BerekenBegin(request); }
  std::string BerekenStap() { return session_.BerekenStap(); }
  void BerekenStop() { session_.BerekenStop(); }
  // A copy, so that the caller never holds a window on memory that may move.
  val File(const std::string& name) const {
    const std::string& bytes = session_.File(name);
    return val::global("Uint8Array").new_(View(bytes.data(), bytes.size()));
  }

 private:
  verzuim::JsonSession session_;
  std::vector<uint8_t> input_;
};

class PartReader {
 public:
  // The request is text; the start of the file a Uint8Array.
  PartReader(const std::string& request, const std::string& start) : reader_(request, start) {}
  val Input(uint32_t size) {
    input_.resize(size);
    return View(input_.data(), size);
  }
  // What stands in the first `size` bytes of that window.
  val Read(uint32_t size) const {
    const std::string part =
        reader_.Read({reinterpret_cast<const char*>(input_.data()), std::min<size_t>(size, input_.size())});
    return val::global("Uint8Array").new_(View(part.data(), part.size()));
  }

 private:
  verzuim::JsonPartReader reader_;
  std::vector<uint8_t> input_;
};

std::string Regels(const std::string& datum) {
  return verzuim::RegelsJson(datum);
}
std::string Beleid(const std::string& school) {
  return verzuim::SchoolgidsJson(school);
}
// `keep_going` is called now and then; false ends the search with the best so far.
std::string Onderdruk(const std::string& request, val keep_going) {
  return verzuim::OnderdrukJson(request, [&](const verzuim::SuppressProgress&) { return keep_going().as<bool>(); });
}
std::string TelOp(const std::string& request, val keep_going) {
  return verzuim::TelOpJson(request, [&](const verzuim::SuppressProgress&) { return keep_going().as<bool>(); });
}
std::string Controleer(const std::string& publicatie, const std::string& lezer) {
  return verzuim::ControleerJson(publicatie, lezer);
}
// Takes a Uint8Array (or a string, as UTF-8).
std::string Sha256(const std::string& bytes) {
  return verzuim::Sha256Hex(bytes);
}

}  // namespace

EMSCRIPTEN_BINDINGS(verzuimkit) {
  emscripten::class_<Session>("Session")
      .constructor<>()
      .function("setSchool", &Session::SetSchool)
      .function("begin", &Session::Begin)
      .function("input", &Session::Input)
      .function("push", &Session::Push)
      .function("pushContainer", &Session::PushContainer)
      .function("splits", &Session::Splits)
      .function("fingerprint", &Session::Fingerprint)
      .function("addPart", &Session::AddPart)
      .function("pushAgain", &Session::PushAgain)
      .function("end", &Session::End)
      .function("abort", &Session::Abort)
      .function("rowsSoFar", &Session::RowsSoFar)
      .function("inspect", &Session::Inspect)
      .function("bereken", &Session::Bereken)
      .function("berekenBegin", &Session::BerekenBegin)
      .function("berekenStap", &Session::BerekenStap)
      .function("berekenStop", &Session::BerekenStop)
      .function("file", &Session::File);
  emscripten::class_<PartReader>("PartReader")
      .constructor<const std::string&, const std::string&>()
      .function("input", &PartReader::Input)
      .function("read", &PartReader::Read);
  emscripten::function("regels", &Regels);
  emscripten::function("beleid", &Beleid);
  emscripten::function("onderdruk", &Onderdruk);
  emscripten::function("telOp", &TelOp);
  emscripten::function("controleer", &Controleer);
  emscripten::function("versie", &verzuim::VersieJson);
  emscripten::function("sha256", &Sha256);
}
