// Earlier: what readers already have from other publicaties of the same school.
//
// What two periods have to do with each other is used only where it is certain:
//   the same period     every count of totaal, and of a subdivision with the same name, is the same number
//   one inside another  a pupil without absence in the longer period has none in the shorter one, and a pupil who is
//                       counted in the shorter is counted in the longer. So at least as many pupils have some absence
//                       (of a category; of both kinds) in the longer. Only for totaal: pupils change subdivision
//   any other           nothing: other days, other counts
// Shares themselves can go up and down while a period grows, so intervals above zero give no relation.
//
// Example  in the first quarter 40 pupils of 300 had ziekte; in the half-year at least 40 had
#ifndef VERZUIM_CORE_DISCLOSURE_EARLIER_H_
#define VERZUIM_CORE_DISCLOSURE_EARLIER_H_

#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/disclosure/publicatie.h"
#include "core/disclosure/table_publicatie.h"

namespace verzuim {

// A publicatie that readers may have.
struct EerderePublicatie {
  GedrukteSchool printed;
  DateRange dates;                            // that were counted, as Telling::Geteld
  std::vector<std::string> onderverdelingen;  // as Telling::onderverdelingen
};

enum class PeriodeVerband : uint8_t {
  kGeen,    // no relation that holds for certain
  kZelfde,  // the same dates
  kBinnen,  // the first lies inside the second
  kOmvat,   // the second lies inside the first
};
PeriodeVerband VerbandVan(const DateRange& first, const DateRange& second);

// The cells of `school`, then those of the related `eerdere` publicaties, with the relations between them.
struct ReleaseSystem {
  SchoolSystem school;  // of the publicatie itself; its cells come first
  CountSystem system;
  struct Release {
    size_t index;  // in `eerdere`
    SchoolSystem school;
    CellId first;  // where its cells start
  };
  std::vector<Release> releases;
};
// `nu` is the publicatie that is made or checked (its cells are not looked at).
ReleaseSystem MakeReleaseSystem(const EerderePublicatie& nu, const std::vector<EerderePublicatie>& eerdere);
// What a reader of all of them knows and must not learn.
ReaderView ViewOf(const EerderePublicatie& nu, const std::vector<EerderePublicatie>& eerdere,
                  const ReleaseSystem& releases);

// As MakePublicatie, for readers who have `eerdere` too: what those hide stays hidden as well. The certificate is
// over the cells of MakeReleaseSystem. Everything is withheld when the counts do not fit an earlier publicatie (the
// register was corrected since), or when nothing is safe any more.
Publicatie MakePublicatie(const Telling& telling, const PublicatieBeleid& beleid,
                          const std::vector<EerderePublicatie>& eerdere, const SuppressOptions& options);

// The reader's view of `nu` together with `eerdere`, from what is printed alone. `namen`: one per cell of `nu`. What
// an earlier publicatie hides is named after it.
Result<Controle> ControleerSchool(const EerderePublicatie& nu, const std::vector<EerderePublicatie>& eerdere,
                                  const std::vector<std::string>& namen);

}  // namespace verzuim

#endif  // VERZUIM_CORE_DISCLOSURE_EARLIER_H_
