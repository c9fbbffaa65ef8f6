/** Charts are read by scrolling; with this they are also made larger and smaller, by button, key, wheel and two fingers. */
const SMALLEST = 0.3;
const LARGEST = 3;
const STEP = 1.25;
const NEARLY = 0.75;

for (const figure of document.querySelectorAll('.flow-figure')) {
  const controls = figure.querySelector('[data-flow-zoom]');
  const zooms = [...figure.querySelectorAll<HTMLElement>('.flow-view')].flatMap((view) => zoomOf(view) ?? []);
  controls?.addEventListener('click', ({ target }) => {
    const kind = target instanceof HTMLElement ? target.dataset['zoom'] : undefined;
    for (const zoom of zooms) if (kind !== undefined) zoom(kind);
  });
}

/** Gives what answers the buttons of a figure. */
function zoomOf(view: HTMLElement): ((kind: string) => void) | null {
  const chart = view.querySelector('svg');
  const { width, height } = chart?.viewBox.baseVal ?? { width: 0, height: 0 };
  if (chart === null || width === 0) return null;
  let scale = 1;

  /** What stands at a point of the view stays there. */
  const zoomTo = (wanted: number, x = view.clientWidth / 2, y = view.clientHeight / 2) => {
    const next = Math.min(LARGEST, Math.max(SMALLEST, wanted));
    const ratio = next / scale;
    scale = next;
    // Both: of an SVG with both, the ratio is theirs and not that of its viewBox.
    chart.setAttribute('width', String(width * scale));
    chart.setAttribute('height', String(height * scale));
    view.scrollLeft = (view.scrollLeft + x) * ratio - x;
    view.scrollTop = (view.scrollTop + y) * ratio - y;
  };
  const zoom = (kind: string) => {
    if (kind === 'in') zoomTo(scale * STEP);
    if (kind === 'out') zoomTo(scale / STEP);
    if (kind === 'fit') zoomTo(view.clientWidth / width);
    if (kind === 'reset') zoomTo(1);
  };

  const keys: Readonly<Record<string, string>> = { '+': 'in', '=': 'in', '-': 'out', '0': 'reset' };
  view.addEventListener('keydown', (event) => {
    const kind = keys[event.key];
    if (kind === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    zoom(kind);
  });
  view.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { left, top } = view.getBoundingClientRect();
      zoomTo(scale * Math.exp(-event.deltaY / 200), event.clientX - left, event.clientY - top);
    },
    { passive: false },
  );
  // A chart that is a little too wide is shown whole; one that is much too wide begins where the flow begins.
  const fitting = view.clientWidth / width;
  if (fitting < 1 && fitting > NEARLY) zoomTo(fitting * 0.96);
  const first = chart.querySelector('.flow-start')?.getBoundingClientRect();
  const middle = view.getBoundingClientRect().left + view.clientWidth / 2;
  if (first !== undefined) view.scrollLeft += first.left + first.width / 2 - middle;
  pinch(view, (ratio, x, y) => zoomTo(scale * ratio, x, y));
  drag(view);
  return zoom;
}

function pinch(view: HTMLElement, zoomBy: (ratio: number, x: number, y: number) => void): void {
  let apart = 0;
  view.addEventListener(
    'touchmove',
    (event) => {
      const [one, other] = event.touches;
      if (one === undefined || other === undefined) return;
      event.preventDefault();
      const now = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      const { left, top } = view.getBoundingClientRect();
      if (apart > 0)
        zoomBy(now / apart, (one.clientX + other.clientX) / 2 - left, (one.clientY + other.clientY) / 2 - top);
      apart = now;
    },
    { passive: false },
  );
  view.addEventListener('touchend', () => (apart = 0));
}

/** A mouse takes hold of the chart and moves it; a click that has moved nothing follows its link. */
function drag(view: HTMLElement): void {
  let hasMoved = false;
  view.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    hasMoved = false;
    const move = ({ movementX, movementY, buttons }: PointerEvent) => {
      if (buttons === 0) return stop();
      hasMoved ||= Math.abs(movementX) + Math.abs(movementY) > 2;
      view.scrollBy(-movementX, -movementY);
    };
    const stop = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', stop);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', stop);
  });
  view.addEventListener('dragstart', (event) => event.preventDefault());
  view.addEventListener('click', (event) => hasMoved && event.preventDefault(), true);
}

export {};
