// Arrow keys among many buttons that are one stop of the Tab key: the buttons of a table, the bars of a timeline.

const STEPS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type Target = HTMLElement | SVGElement;

/** Keeps one button a stop of the Tab key: the one that had the focus last, at first the first. */
export function oneStop(container: Element, selector: string): void {
  const all = [...container.querySelectorAll<Target>(selector)];
  const kept = all.find((each) => each.tabIndex === 0 && each.dataset["stop"] === "") ?? all[0];
  for (const each of all) if (each !== kept) each.setAttribute("tabindex", "-1");
  if (kept !== undefined) stop(kept);
}

function stop(target: Target): void {
  target.setAttribute("tabindex", "0");
  target.dataset["stop"] = "";
}

/** Moves the focus to the nearest button in the direction of an arrow key. */
export function onArrow(event: KeyboardEvent, container: Element, selector: string): void {
  const step = STEPS[event.key];
  const from = event.target as Target;
  if (step === undefined || !from.matches(selector)) return;
  const next = nearest(from, [...container.querySelectorAll<Target>(selector)], step);
  event.preventDefault();
  if (next === undefined) return;
  from.setAttribute("tabindex", "-1");
  delete from.dataset["stop"];
  stop(next);
  next.focus();
}

/** The nearest in a direction; what lies beside the straight line counts as farther. */
function nearest(from: Target, all: readonly Target[], [right, down]: readonly [number, number]): Target | undefined {
  const start = from.getBoundingClientRect();
  let best: Target | undefined;
  let least = Infinity;
  for (const each of all) {
    const box = each.getBoundingClientRect();
    const across = middle(box.left, box.right) - middle(start.left, start.right);
    const along = middle(box.top, box.bottom) - middle(start.top, start.bottom);
    const ahead = across * right + along * down;
    const aside = Math.abs(across * down) + Math.abs(along * right);
    if (each !== from && ahead > 1 && ahead + 4 * aside < least) {
      least = ahead + 4 * aside;
      best = each;
    }
  }
  return best;
}

function middle(from: number, to: number): number {
  return (from + to) / 2;
}
