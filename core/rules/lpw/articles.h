// Leerplichtwet 1969: what each article gives the rules. One .cc per article, with the words of the statute.
#ifndef VERZUIM_CORE_RULES_LPW_ARTICLES_H_
#define VERZUIM_CORE_RULES_LPW_ARTICLES_H_

#include <optional>
#include <vector>

#include "core/base/date.h"
#include "core/base/units.h"
#include "core/calendar/school_calendar.h"
#include "core/options/options.h"
#include "core/register/pupil.h"
#include "core/rules/rule.h"

namespace verzuim::lpw {

// ---- article 3: leerplicht ---------------------------------------------------------------------------------------

extern const Rule kArticle3;
std::vector<RuleValue> Article3Values();

inline constexpr int kLeerplichtBeginLeeftijd = 5;
inline constexpr int kLeerplichtEindLeeftijd = 16;

// First school day of the month after the one in which the pupil reaches `leeftijd`. Without any lesdag in that
// month: the first one after it; without any in the calendar: the first of that month.
Date LeerplichtBegin(Date birth, int leeftijd, const SchoolCalendar& calendar);
// 31 July of the school year in which the pupil turns 16, or `twaalf_schooljaren` when that is earlier.
// Example  LeerplichtEind(born 31 July 2010) == 31 July 2026; born 1 August 2010: 31 July 2027.
Date LeerplichtEind(Date birth, std::optional<Date> twaalf_schooljaren);

// ---- articles 4a, 4b: kwalificatieplicht -------------------------------------------------------------------------

extern const Rule kArticle4a;
std::vector<RuleValue> Article4aValues();

inline constexpr int kKwalificatieplichtTotLeeftijd = 18;

// The days after leerplicht up to the 18th birthday (itself out), the startkwalificatie (its day out) or `tot`
// (still in), whichever comes first. May be empty.
DateRange Kwalificatieplicht(Date birth, Date leerplicht_eind, std::optional<Date> startkwalificatie_sinds,
                             std::optional<Date> tot);

// ---- article 5: vrijstelling -------------------------------------------------------------------------------------

extern const Rule kArticle5;
bool IsVrijgesteld(const Pupil& pupil, Date date);

// ---- articles 6 and 7: notice of an exemption, and the declaration with it ----------------------------------------

extern const Rule kArticle6;
extern const Rule kArticle7;
std::vector<RuleValue> Article6Values();
std::vector<RuleValue> Article7Values();
// Last day for the first notice: a month before leerplicht begins. Example  1 October 2025: 1 September 2025
Date EersteKennisgeving(Date leerplicht_begin);
// Last day for the yearly notice: the first 30 June on or after `on`.
Date JaarlijkseKennisgeving(Date on);
// The oldest date a declaration may have with a notice of that day. Example  30 June 2026: 30 March 2026
Date OudsteVerklaring(Date kennisgeving);

// ---- article 10: taking a pupil off the list ---------------------------------------------------------------------

extern const Rule kArticle10;

// ---- article 11: which absence is geoorloofd ---------------------------------------------------------------------

extern const Rule kArticle11;
std::vector<RuleValue> Article11Values();

// ---- article 11a: five-year-olds ---------------------------------------------------------------------------------

extern const Rule kArticle11a;
std::vector<RuleValue> Article11aValues();

inline constexpr int kVijfjarigeTotLeeftijd = 6;

// Adds up the hours booked under article 11a week by week and tells what of a lesson they cover.
// Lessons must be offered in order of date.
class Vijfjarigen {
 public:
  explicit Vijfjarigen(std::optional<Date> zesde_verjaardag) : zesde_verjaardag_(zesde_verjaardag) {}
  // Of `missed` minutes on `date` the part without the exemption: what lies above the ten hours of this ISO week,
  // and everything from the sixth birthday on.
  Minutes Uncovered(Date date, Minutes missed);
  // The hours of a week on notice to the head, and those the head may grant besides.
  static Minutes OpMededeling();
  static Minutes OpAanvraag();

 private:
  std::optional<Date> zesde_verjaardag_;
  Date week_;
  Minutes used_;
};

// ---- article 12: sickness has to be reported within two days ----------------------------------------------------

extern const Rule kArticle12;
std::vector<RuleValue> Article12Values();

// Whether absence on `date` that nobody has explained counts as ongeoorloofd on `peildatum`: once `schooldagen`
// lesdagen after `date` have gone by, the peildatum among them.
bool IsOnverklaardTeLang(Date date, Date peildatum, int schooldagen, const SchoolCalendar& calendar);

// ---- articles 13, 13a and 14: religion and leave, and 18: removal ------------------------------------------------

extern const Rule kArticle13;
std::vector<RuleValue> Article13Values();
// The last day on which the parents could announce absence for religion that began on `eerste_dag`.
// Example  UiterlijkKennisgegeven(Day(2026, 3, 20)) == Day(2026, 3, 18)
Date UiterlijkKennisgegeven(Date eerste_dag);

extern const Rule kArticle13a;
extern const Rule kArticle14;
extern const Rule kArticle18;
std::vector<RuleValue> Article13aValues();
std::vector<RuleValue> Article14Values();
// Days the head may grant per school year.
int VakantieverlofDagen();
int GewichtigDagen();
// Whether leave for a vacation was granted more often than the law allows in a school year.
bool IsVaker(size_t keren);
// Whether the day lies in the first two lesweken of its school year.
bool InEersteLesweken(Date date, const SchoolCalendar& calendar);
// Of so many days the part for a pupil with lessons on so many of the five weekdays, rounded down.
int EvenredigDeel(int dagen, int weekdagen);

// ---- article 21a: sixteen hours in four lesweken ----------------------------------------------------------------

extern const Rule kArticle21a1;  // pupil of a school
extern const Rule kArticle21a2;  // mbo and vavo
std::vector<RuleValue> Article21aValues();

// Whether `sum` reaches the threshold of the options.
bool ReachesDrempel(CreditMinutes sum, const Options& options);
// Whether `later` lies in the window of `weken` lesweken that starts on `first`, in the given reading:
//   W2  until the same weekday `weken` lesweken on, that day itself out
//   W1  the lesweek of `first` and those after it, `weken` in all
//   W4  at most 5 * weken weekdays outside vacations, both ends counted
bool InVenster(Date first, Date later, int weken, Venster venster, const SchoolCalendar& calendar);

}  // namespace verzuim::lpw

#endif  // VERZUIM_CORE_RULES_LPW_ARTICLES_H_
