// Small random tables of two to four dimensions, with hierarchies and several parents.
#ifndef VERZUIM_TESTS_DISCLOSURE_RANDOM_TABLES_H_
#define VERZUIM_TESTS_DISCLOSURE_RANDOM_TABLES_H_

#include <cstddef>

#include "core/disclosure/count_table.h"
#include "core/disclosure/publicatie.h"
#include "core/disclosure/random.h"

namespace verzuim {

// At most about `max_inner` inner cells.
CountTable RandomTable(Random& random, size_t max_inner);
PublicatieBeleid RandomBeleid(Random& random);
// What a reader knows when exactly the cells in `hidden` are hidden, each with the marker of its count.
ReaderView ViewOfPattern(const CountTable& table, const std::vector<char>& hidden, const PublicatieBeleid& beleid);
// The cells that the policy calls small.
std::vector<char> SmallCells(const CountTable& table, const PublicatieBeleid& beleid);

}  // namespace verzuim

#endif  // VERZUIM_TESTS_DISCLOSURE_RANDOM_TABLES_H_
