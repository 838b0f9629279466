// Venster: which rows of a long list are drawn. Rows outside it are an empty space of about their height.
//
// The kernel tells where the list is (Meting) after each scroll, resize and redraw; `schuif` answers which rows are to
// be drawn then. Rows may differ in height: the rows that are drawn are measured, of the others the height is
// estimated, and the browser keeps what is in sight in its place when an estimate turns out wrong (scroll anchoring).

export interface Venster {
  readonly van: number; // the first row drawn
  readonly tot: number; // one past the last
  readonly hoogte: number; // of a row that is not drawn, in pixels: an estimate
}

export interface Meting {
  readonly boven: number; // where the list begins in the window, negative once its begin is scrolled away
  readonly lengte: number; // of the whole list, empty spaces included
  readonly beeld: number; // height of the window
}

const MARGE = 16; // rows drawn above and below those in sight
const GENOEG = 6; // with fewer than this left of the margin, other rows are drawn
const AFWIJKING = 0.25; // an estimate that is further off is replaced

export const BEGIN_VENSTER: Venster = { van: 0, tot: 2 * MARGE, hoogte: 160 };

// The same window, with the rows that a list of this length has.
export const binnen = ({ van, tot, hoogte }: Venster, aantal: number): Venster => ({
  van: Math.min(van, aantal),
  tot: Math.min(tot, aantal),
  hoogte,
});

// The rows around this one.
export const rondom = (venster: Venster, rij: number): Venster => ({
  van: Math.max(0, rij - MARGE),
  tot: rij + MARGE + 1,
  hoogte: venster.hoogte,
});

// What is to be drawn now: the same object when that is what is drawn already.
export function schuif(venster: Venster, { boven, lengte, beeld }: Meting, aantal: number): Venster {
  const { van, tot, hoogte } = binnen(venster, aantal);
  const voor = van * hoogte;
  const getekend = lengte - voor - (aantal - tot) * hoogte;
  if (tot === van || getekend <= 0) return aantal === 0 ? venster : rondom(venster, van);
  const gemeten = getekend / (tot - van);
  const rijOp = (y: number): number => {
    if (y < voor) return y / hoogte;
    if (y < voor + getekend) return van + (y - voor) / gemeten;
    return tot + (y - voor - getekend) / hoogte;
  };
  const begrensd = (rij: number): number => Math.max(0, Math.min(aantal, rij));
  const eerste = begrensd(Math.floor(rijOp(-boven)));
  const laatste = begrensd(Math.ceil(rijOp(beeld - boven)));
  if (van <= begrensd(eerste - GENOEG) && tot >= begrensd(laatste + GENOEG)) return venster;
  return {
    van: begrensd(eerste - MARGE),
    tot: begrensd(Math.max(laatste, eerste + 1) + MARGE),
    hoogte: Math.abs(gemeten - hoogte) > AFWIJKING * hoogte ? Math.round(gemeten) : hoogte,
  };
}
