// <vso-partner-directory>: the partner directory inside any page. No dependencies, nothing inline, no markup from data.
//
// Attributes: q, tier, country, service, vertical, language (values parted by commas), near, radius-km, sort, limit,
// and heading-level (2 to 6, the level of partners' names; 3 unless told). Docs: docs/embedding.md.

const base = new URL('/', import.meta.url);
const one = ['q', 'near', 'sort'];
const many = ['tier', 'country', 'service', 'vertical', 'language'];

const look = new CSSStyleSheet();
look.replaceSync(`
  /* Light or dark as the page around it is, which says so by its color-scheme. */
  :host {
    display: block; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; color: var(--ink);
    --ink: light-dark(var(--vso-ink, #161b2c), var(--vso-ink-dark, #e9ecf5));
    --soft: light-dark(var(--vso-soft, #4d566e), var(--vso-soft-dark, #aab3c8));
    --line: light-dark(var(--vso-line, #dde1ec), var(--vso-line-dark, #2a3246));
    --card: light-dark(var(--vso-card, #fff), var(--vso-card-dark, #171d2c));
    --accent: light-dark(var(--vso-accent, #2540c4), var(--vso-accent-dark, #a9b9ff));
  }
  :host([hidden]) { display: none; }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); }
  li { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1rem; }
  h2, h3, h4, h5, h6 { margin: 0; font-size: 1.0625rem; line-height: 1.3; }
  a { color: var(--accent); text-underline-offset: 0.2em; }
  p { margin: 0.375rem 0 0; }
  .meta, .status { color: var(--soft); font-size: 0.9375rem; }
  .status { margin: 0 0 0.75rem; }
  .badge { font-weight: 650; color: var(--ink); }
  button { font: inherit; font-weight: 600; margin-top: 1rem; min-height: 2.75rem; padding: 0.5rem 1.1rem; border-radius: 10px;
    border: 1px solid var(--soft); background: var(--card); color: var(--ink); cursor: pointer; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
`);

class PartnerDirectory extends HTMLElement {
  static observedAttributes = [...one, ...many, 'radius-km', 'limit', 'heading-level'];

  #status = make('p', 'status', { role: 'status' });
  #list = make('ul', 'list', { role: 'list' });
  #more = make('button', 'more', { type: 'button', hidden: '' });
  #running;
  #planned = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [look];
    root.append(this.#status, this.#list, this.#more);
    this.#status.classList.add('status');
  }

  connectedCallback() { this.#plan(); }

  disconnectedCallback() { this.#running?.abort(); }

  attributeChangedCallback() { this.#plan(); }

  // Attributes that change together are asked for together.
  #plan() {
    if (!this.isConnected || this.#planned) return;
    this.#planned = true;
    queueMicrotask(() => { this.#planned = false; this.#show(); });
  }

  async #show(cursor) {
    this.#running?.abort();
    const running = this.#running = new AbortController();
    this.#more.hidden = true;
    this.#status.textContent = 'Loading partners…';
    try {
      const answer = await fetch(this.#question(cursor), { signal: running.signal, credentials: 'omit', headers: { Accept: 'application/json' } });
      if (!answer.ok) throw new Error(`The directory answered ${answer.status}`);
      this.#render(await answer.json(), cursor);
    } catch (failure) {
      if (running.signal.aborted) return;
      this.#status.textContent = 'The partner directory cannot be reached right now.';
      this.#offer('Try again', () => this.#show(cursor));
      this.dispatchEvent(new CustomEvent('vso-error', { detail: failure }));
    }
  }

  #question(cursor) {
    const question = new URL('v1/listings', base);
    one.forEach(name => this.#ask(question, name, [this.getAttribute(name)]));
    many.forEach(name => this.#ask(question, name, (this.getAttribute(name) ?? '').split(',')));
    this.#ask(question, 'radiusKm', [this.getAttribute('radius-km')]);
    this.#ask(question, 'limit', [this.getAttribute('limit') ?? '12']);
    this.#ask(question, 'cursor', [cursor]);
    return question;
  }

  #ask(question, name, values) {
    values.map(value => value?.trim()).filter(Boolean).forEach(value => question.searchParams.append(name, value));
  }

  #render(page, cursor) {
    const items = page.items.map(partner => this.#item(partner));
    if (cursor) this.#list.append(...items); else this.#list.replaceChildren(...items);
    const shown = this.#list.childElementCount;
    const all = `${page.total.toLocaleString('en')}${page.totalIsLowerBound ? '+' : ''}`;
    this.#status.textContent = shown === 0 ? 'No partner fits.' : `${shown.toLocaleString('en')} of ${all} partners`;
    if (page.nextCursor) this.#offer('Show more partners', () => this.#show(page.nextCursor));
    if (cursor) items[0]?.querySelector('a')?.focus();
    this.dispatchEvent(new CustomEvent('vso-shown', { detail: { shown, total: page.total } }));
  }

  #offer(text, action) {
    this.#more.textContent = text;
    this.#more.onclick = action;
    this.#more.hidden = false;
  }

  #item(partner) {
    const level = Math.min(6, Math.max(2, Number(this.getAttribute('heading-level')) || 3));
    const link = make('a', 'name', { href: new URL(`partners/${encodeURIComponent(partner.slug)}`, base).href });
    link.append(make('bdi', null, {}, partner.name));
    const heading = make(`h${level}`, 'heading');
    heading.append(link);
    const badge = make('span', `badge tier-${partner.tier.toLowerCase()}`, {}, partner.tierName ?? partner.tier);
    badge.classList.add('badge');
    const meta = make('p', 'meta');
    meta.classList.add('meta');
    meta.append(badge);
    const place = [partner.city, partner.country && countryName(partner.country)].filter(Boolean).join(', ');
    if (place) meta.append(' · ', make('bdi', 'place', {}, place));
    if (partner.distanceKm != null) meta.append(` · ${partner.distanceKm.toLocaleString('en')} km away`);
    const item = make('li', 'item');
    item.append(heading, meta);
    if (partner.description) item.append(make('p', 'summary', { dir: 'auto' }, shortened(partner.description)));
    return item;
  }
}

function make(tag, part, attributes = {}, text = '') {
  const element = document.createElement(tag);
  if (part) element.setAttribute('part', part);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.textContent = text;
  return element;
}

function countryName(code) {
  try {
    return new Intl.DisplayNames(['en'], { type: 'region' }).of(code);
  } catch {
    return code;
  }
}

function shortened(text) {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  return letters.length <= 160 ? letters.join('') : letters.slice(0, 159).join('').trimEnd() + '…';
}

if (!customElements.get('vso-partner-directory')) customElements.define('vso-partner-directory', PartnerDirectory);
