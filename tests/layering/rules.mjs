// What may use what. The tables the checks read; docs/architecture.md tells the story.

// Per core folder: the core folders (or single headers) it may include besides itself.
const UPTO_REGISTER = ['base', 'options', 'calendar', 'register'];
export const CORE_MAY_INCLUDE = {
  base: [],
  options: ['base'],
  calendar: ['base', 'options'],
  register: ['base', 'options', 'calendar'],
  // import knows nothing of law, rules nothing of files, aggregate nothing of either.
  import: ['base', 'register'],
  rules: UPTO_REGISTER,
  // The school's own rules, over what the law's rules found.
  beleid: [...UPTO_REGISTER, 'rules'],
  aggregate: UPTO_REGISTER,
  // The school's own view: counts and lists about its pupils, measured by what rules defines.
  monitor: [...UPTO_REGISTER, 'rules', 'aggregate'],
  // Counts only: disclosure never sees a pupil.
  disclosure: ['base', 'aggregate/telling.h'],
  session: [...UPTO_REGISTER, 'import', 'rules', 'beleid', 'aggregate', 'monitor', 'disclosure'],
  // What a session found, as files: tables for people in report, JSON for machines in json.
  report: [...UPTO_REGISTER, 'import', 'rules', 'beleid', 'aggregate', 'monitor', 'disclosure', 'session'],
  json: [...UPTO_REGISTER, 'import', 'rules', 'beleid', 'aggregate', 'monitor', 'disclosure', 'session', 'report'],
};
export const WASM_MAY_INCLUDE = ['base', 'json'];

// Headers the build writes, and the only folders that may include them.
export const GENERATED_HEADERS = { 'core/version.h': ['json'] };

// Headers that are not C++ standard headers, and the only folders that may have them.
export const OTHER_HEADERS = [
  { header: /^nlohmann\//, folders: ['core/json'] },
  { header: /^emscripten\//, folders: ['wasm'] },
  { header: /^(emmintrin|tmmintrin|smmintrin|immintrin|arm_neon|wasm_simd128)\.h$/, folders: ['core/import'] },
];
// Standard headers that bring a clock, a locale, randomness, input, output or threads.
export const BANNED_HEADERS = new Set([
  'chrono', 'clocale', 'codecvt', 'csignal', 'cstdio', 'ctime', 'filesystem', 'fstream', 'future', 'iomanip', 'ios',
  'iostream', 'istream', 'locale', 'mutex', 'ostream', 'random', 'regex', 'sstream', 'syncstream', 'thread',
  // Not in every compiler the project builds with.
  'expected', 'format', 'generator', 'print', 'ranges',
]);

// Where whole numbers are the law. Disclosure may search with fractions; what it found is verified in whole numbers.
export const NO_FLOATING_POINT = [
  'core/base/', 'core/calendar/', 'core/register/', 'core/rules/', 'core/beleid/', 'core/aggregate/', 'core/monitor/',
  'core/disclosure/verify.',
];

// What the static libraries of the core may need from outside. Everything else is refused: a new symbol is looked
// at by a person, who adds it here with a reason or takes it out of the code.
export const CORE_SYMBOLS = [
  { symbol: /\bverzuim::/, why: 'the core itself' },
  { symbol: /^operator (new|delete)(\[\])?\(/, why: 'memory' },
  { symbol: /^(memcpy|memmove|memset|memcmp|memchr|strlen)$/, why: 'bytes' },
  { symbol: /^std::__throw_\w+\(/, why: 'containers check their arguments; with -fno-exceptions no throw of ours' },
  { symbol: /^std::__detail::_Prime_rehash_policy::/, why: 'std::unordered_map' },
  { symbol: /^std::_Hash_bytes\(/, why: 'std::hash of text' },
  { symbol: /^std::_Rb_tree_(insert_and_rebalance|rebalance_for_erase|increment|decrement)\(/, why: 'std::map' },
  { symbol: /^std::nothrow$/, why: 'std::stable_sort asks for a buffer and goes on without' },
  { symbol: /^std::__detail::_List_node_base::/, why: 'std::list' },
  { symbol: /^std::(__cxx11::)?basic_string<char, /, why: 'std::string, as far as the library holds its code' },
  { symbol: /^__(popcount|ctz|clz)[dst]i2$/, why: 'bit counting without the machine instruction' },
  { symbol: /^(__(u?mod|u?div|u?divmod|mul)ti[34])$/, why: '128 bit whole numbers' },
  { symbol: /^__cxa_guard_(acquire|release)$/, why: 'a table made at first use' },
  { symbol: /^(__cxa_atexit|__dso_handle)$/, why: 'the end of such a table' },
  { symbol: /^__cxa_pure_virtual$/, why: 'slot of an abstract member' },
  { symbol: /^vtable for __cxxabiv1::/, why: 'type information of classes with virtual members' },
  { symbol: /^_GLOBAL_OFFSET_TABLE_$/, why: 'position independent code' },
  { symbol: /^__stack_chk_fail$/, why: 'hardening of the compiler' },
  { symbol: /^_Unwind_Resume$|^__gxx_personality_v0$/, why: 'tables for unwinding through our frames' },
];
// core/disclosure searches with fractions.
export const DISCLOSURE_SYMBOLS = [{ symbol: /^nearbyint$/, why: 'asks whether a fraction is whole' }];
// core/json uses the JSON library, whose own code stands in the archive. These only are extra there.
export const JSON_SYMBOLS = [
  { symbol: /^abort$/, why: 'where that library would throw; its throwing members are not called' },
  { symbol: /^(__libc_single_threaded|strcmp)$/, why: 'its shared pointers; comparing types' },
  { symbol: /^(snprintf|localeconv|strto(d|f|ld|ll|ull)|__errno_location)$/, why: 'its numbers with a fraction' },
  { symbol: /^__cxa_|^std::exception::|^(typeinfo|vtable) for std::|^std::runtime_error::|^std::terminate\(\)$/, why: 'its exception types' },
];

// Length of a source file, in lines.
export const LINES_WARN = 400;
export const LINES_FAIL = 500;
// Written by a program from the schemas (npm run generate); nobody reads it from top to bottom.
export const LINES_EXEMPT = new Set(['web/src/types.ts']);

// Names of machines and places that mean nothing to a reader elsewhere. In pieces, so that this file passes.
export const FOREIGN_NAMES = [
  ['registry', '.npmjs'], ['npmjs', '.org'], ['deb', '.debian.org'], ['/wo', 'rk/'], ['/ro', 'ot/'], ['/tm', 'p/'], ['.lib', 'rary/'],
].map((parts) => parts.join(''));

// The page is built on what any vendor can import.
export const PAGE_MAY_IMPORT = new Set(['verzuimkit', 'verzuimkit/bare']);
export const PAGE_MAY_IMPORT_SCHEMA = /^verzuimkit\/schema\/[a-z]+\.schema\.json$/;
// Its build scripts run in Node.
export const PAGE_BUILD_SCRIPTS = new Set(['web/page/build.mjs', 'web/page/policy.mjs']);
