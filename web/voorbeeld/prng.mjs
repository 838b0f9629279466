// @ts-check
/**
 * A small pseudo-random generator with a fixed seed: the sample school must be the same on every machine and at
 * every run, so nothing here may come from Math.random or from a clock.
 *
 * State and step are those of xorshift32 (three shifts, period 2^32 - 1). That is far too weak for cryptography
 * and amply good for spreading sick days over a school.
 */

/**
 * A stream of numbers that depends on the seed and on the label only. One label per purpose keeps the parts of the
 * sample independent: drawing one number more for sickness does not move a single truant.
 *
 * @param {number} seed  a whole number
 * @param {string} label
 */
export function makePrng(seed, label) {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  for (const ch of label) state = scramble(state ^ /** @type {number} */ (ch.codePointAt(0)));
  if (state === 0) state = 0x6d2b79f5;

  /** The next 32 bits. @returns {number} */
  function next() {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  }

  /** A whole number from low to high, both included. @param {number} low @param {number} high */
  function between(low, high) {
    return low + Math.floor((next() / 4294967296) * (high - low + 1));
  }

  /** True `count` times out of `outOf`, on average. @param {number} count @param {number} outOf */
  function chance(count, outOf) {
    return between(1, outOf) <= count;
  }

  /** One of the items. @template T @param {readonly T[]} items @returns {T} */
  function pick(items) {
    return items[between(0, items.length - 1)];
  }

  return { next, between, chance, pick };
}

/** Mixes the bits of a number, so that labels that look alike give unlike streams. @param {number} value */
function scramble(value) {
  let v = value >>> 0;
  v = Math.imul(v ^ (v >>> 16), 0x45d9f3b);
  v = Math.imul(v ^ (v >>> 15), 0x2545f491);
  return (v ^ (v >>> 13)) >>> 0;
}

/** @typedef {ReturnType<typeof makePrng>} Prng */
