// A publicatie and its certificate belong together: with any one number of either changed they are refused.
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "core/json/disclosure_json.h"
#include "core/json/envelope.h"

namespace verzuim {
namespace {

// Calls `use` for every leaf of `json`, changed once, with a name for messages.
void Flip(Json& json, const std::string& at, const std::function<void(const std::string&)>& use) {
  if (json.is_structured()) {
    for (auto& item : json.items()) Flip(item.value(), at + "/" + item.key(), use);
    return;
  }
  const Json before = json;
  if (json.is_number()) {
    json = json.get<int64_t>() + 1;
  } else if (json.is_null()) {
    json = 1;
  } else {
    json = json.get<std::string>() + "?";
  }
  use(at);
  json = before;
}

bool IsProven(const Json& publicatie, const Json& proof) {
  const Json answer = Json::parse(ControleerJson(publicatie.dump(), Json{{"bewijs", proof}}.dump()));
  return answer["ok"].get<bool>() && answer["waarde"]["veilig"].get<bool>();
}

struct Pair {
  Json publicatie;
  Json certificaat;
};
Pair Made(const char* policy) {
  Json request = Json::parse(policy);
  request["tabel"] = "r,k,n\na,x,3\na,y,12\na,z,9\nb,x,14\nb,y,2\nb,z,30\nc,x,8\nc,y,6\nc,z,11\n";
  const Json answer = Json::parse(OnderdrukJson(request.dump()));
  return {answer["waarde"]["publicatie"], answer["waarde"]["certificaat"]};
}

const char* const kPolicies[] = {R"({"nul":"tonen"})", R"({"nul":"verbergen"})", R"({"patroon":"vast"})",
                                 R"({"nul":"waar_mogelijk","markering":"tweevoudig"})"};

TEST(ProofTest, EveryNumberOfACertificateCounts) {
  for (const char* policy : kPolicies) {
    Pair made = Made(policy);
    ASSERT_TRUE(IsProven(made.publicatie, made.certificaat)) << policy;
    size_t flipped = 0;
    Flip(made.certificaat, "", [&](const std::string& at) {
      EXPECT_FALSE(IsProven(made.publicatie, made.certificaat)) << policy << at;
      ++flipped;
    });
    EXPECT_GT(flipped, 100U);
    for (const char* part : {"cells", "sums", "base", "tables"}) {
      Json less = made.certificaat;
      less.erase(part);
      EXPECT_FALSE(IsProven(made.publicatie, less)) << part;
      less = made.certificaat;
      less[part].erase(less[part].size() - 1);
      EXPECT_FALSE(IsProven(made.publicatie, less)) << part;
    }
  }
}

TEST(ProofTest, EveryNumberAndMarkerOfAPublicatieCounts) {
  for (const char* policy : kPolicies) {
    Pair made = Made(policy);
    size_t flipped = 0;
    const auto refused = [&](const std::string& at) {
      // Only a name that no cell uses says nothing about counts.
      if (at.rfind("/naam") != std::string::npos) return;
      EXPECT_FALSE(IsProven(made.publicatie, made.certificaat)) << policy << at;
      ++flipped;
    };
    Flip(made.publicatie, "", refused);
    EXPECT_GT(flipped, 60U);
    for (Json& cell : made.publicatie["cellen"]) {
      const Json before = cell;
      if (cell.contains("minstens")) {
        cell.erase("minstens");
      } else {
        cell["minstens"] = 5;
      }
      refused("minstens");
      cell = before;
      cell["markering"] = "<5";
      if (cell != before) refused("markering");
      cell = before;
    }
  }
}

TEST(ProofTest, AnotherPolicyIsAnotherPublicatie) {
  Pair made = Made(R"({"nul":"tonen"})");
  made.publicatie["nul"] = "verbergen";
  EXPECT_FALSE(IsProven(made.publicatie, made.certificaat));
  made.publicatie["nul"] = "tonen";
  made.publicatie["drempel"] = 4;
  EXPECT_FALSE(IsProven(made.publicatie, made.certificaat));
}

}  // namespace
}  // namespace verzuim
