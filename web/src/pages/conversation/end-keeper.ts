// Keeps the end of a thread in sight: jumps there at first, and follows new messages only when one was at the end.

/** Within this distance of the end one counts as reading the end. */
const NEAR_END_PX = 160;
const GAP_PX = 12;

export type EndKeeper = { jump(): void; follow(): void };

/** The elements it measures. Of `scrollers` one scrolls, by layout; `end` stands after the last message. */
export type EndPlaces = {
  readonly scrollers: readonly HTMLElement[];
  readonly end: HTMLElement;
  /** Covers what is above, and what is below. */
  readonly ceiling: HTMLElement;
  readonly floor: HTMLElement;
  /** What follows the end and is good to see as well (the outcomes), as long as the last entry stays whole. */
  readonly peek: () => Element | null;
  readonly last: () => Element | null;
};

export function makeEndKeeper(places: EndPlaces): EndKeeper {
  let wasNear = true;
  const floorTop = () => places.floor.getBoundingClientRect().top;
  const distance = () => places.end.getBoundingClientRect().bottom - floorTop();
  const scrollBy = (px: () => number) => {
    for (const one of places.scrollers) one.scrollTop += px();
  };

  /** How far one may go past the end: to the end of `peek`, but not so far that the last entry leaves. */
  function spare(): number {
    const peek = places.peek();
    const last = places.last();
    if (peek === null || last === null) return 0;
    const room = last.getBoundingClientRect().top - places.ceiling.getBoundingClientRect().bottom - GAP_PX;
    return Math.max(0, Math.min(room, peek.getBoundingClientRect().bottom + GAP_PX - floorTop()));
  }

  for (const one of places.scrollers) {
    one.addEventListener("scroll", () => {
      wasNear = distance() < NEAR_END_PX;
    });
  }
  return {
    jump() {
      scrollBy(distance);
      scrollBy(spare);
      wasNear = true;
    },
    follow() {
      if (!wasNear) return;
      requestAnimationFrame(() => {
        if (distance() > 0) scrollBy(distance);
      });
    },
  };
}
