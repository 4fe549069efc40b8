/** Redraws the figures whenever the API says that they changed; what is open stays open, and announcements are brief. */
const figures = document.querySelector<HTMLElement>('[data-live]');
const status = document.querySelector<HTMLElement>('[data-live-status]');

if (figures) follow(figures, figures.dataset['live'] ?? '');

function follow(region: HTMLElement, consultationId: string): void {
  const path = `/consultations/${consultationId}/results/figures`;
  const events = new EventSource(`/api/v1/consultations/${consultationId}/live`);
  let shown = Number(region.dataset['position']);
  let wanted = shown;
  let isDrawing = false;
  events.addEventListener('open', () => {
    region.classList.add('live');
    if (!isDrawing) void draw(); // nobody was told about changes between the page and this connection
  });
  events.addEventListener('error', () => region.classList.remove('live'));
  events.addEventListener('advanced', (event) => {
    wanted = Math.max(wanted, (JSON.parse(event.data as string) as { position: number }).position);
    if (!isDrawing) void draw();
  });

  async function draw(): Promise<void> {
    isDrawing = true;
    try {
      do {
        const position = wanted;
        const isNew = position > shown;
        const answer = await fetch(isNew ? `${path}?after=${position}` : path);
        if (!answer.ok) return;
        replace(region, await answer.text());
        shown = position;
        if (status && isNew) status.textContent = status.dataset['text'] ?? '';
      } while (shown < wanted);
    } finally {
      isDrawing = false;
    }
  }
}

/** The HTML is the server's own, escaped there. */
function replace(region: HTMLElement, html: string): void {
  const open = [...region.querySelectorAll<HTMLDetailsElement>('details[open]')].map(({ id }) => id);
  const scrolled = [...region.querySelectorAll<HTMLElement>(tables)].map(({ scrollLeft }, index) => ({ scrollLeft, index }));
  const focused = document.activeElement;
  const again = focused && region.contains(focused) ? placeOf(focused, region) : undefined;
  region.innerHTML = html;
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  const frames = region.querySelectorAll<HTMLElement>(tables);
  for (const { scrollLeft, index } of scrolled) if (scrollLeft !== 0 && frames[index]) frames[index].scrollLeft = scrollLeft;
  again?.()?.focus({ preventScroll: true });
}

const tables = '.table-frame';

/** Finds what stands where the element stood: a link by where it leads, all else in its turn, in the same part that has an id. */
function placeOf(element: Element, region: HTMLElement): () => HTMLElement | undefined {
  const part = element.closest('[id]');
  const id = part && region.contains(part) && part !== region ? part.id : undefined;
  const leadsTo = element.getAttribute('href');
  const alike = leadsTo === null ? element.localName : `${element.localName}[href=${JSON.stringify(leadsTo)}]`;
  const among = () => [...((id === undefined ? region : document.getElementById(id)) ?? region).querySelectorAll<HTMLElement>(alike)];
  const turn = among().findIndex((one) => one === element);
  return () => among()[turn];
}

export {};
