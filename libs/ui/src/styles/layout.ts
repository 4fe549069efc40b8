/** The frame of every page. Logical properties only: the page mirrors itself in right-to-left languages. */
export const layout = /* css */ `
*, *::before, *::after { box-sizing: border-box; }
html { font-family: var(--ds-font-family); -webkit-text-size-adjust: 100%; scroll-behavior: smooth; scroll-padding-block-start: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } * { transition: none !important; animation: none !important; } }
body { margin: 0; min-block-size: 100vh; display: flex; flex-direction: column; font-family: var(--ds-font-family); overflow-wrap: anywhere; }
button, input, select, textarea { font-family: inherit; }
/* Not as wide as its words: that would widen the grid it stands in, and the page. */
.ds-tag { inline-size: fit-content; max-inline-size: 100%; }
.form > .ds-sr-only { inset-inline-start: 0; }
main { flex: 1; }
:where(p, ul, ol, dl, figure, blockquote, pre) { margin-block: 0; }
.wrap { inline-size: 100%; max-inline-size: 74rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
.skip { position: absolute; inset-inline-start: 0; inset-block-start: 0; z-index: 10; }
:focus-visible { outline: 3px solid var(--ds-color-focus-outer); outline-offset: 2px; }

.site-notice { background: var(--ds-color-surface-tinted); color: var(--ds-color-text-default); border-block-end: 1px solid var(--ds-color-border-subtle); }
.site-notice p { padding-block: .7rem; }

.site-header { background: var(--ds-color-neutral-surface-default); border-block-end: 1px solid var(--hairline); position: relative; z-index: 5; }
.site-header > .wrap { display: flex; align-items: center; justify-content: space-between; gap: .5rem 1rem; padding-block: .6rem; }
.ministry { display: inline-flex; align-items: center; gap: .75rem; color: var(--ds-color-neutral-text-default); text-decoration: none; padding-block: .25rem; min-inline-size: 0; }
.ministry .emblem { inline-size: 2.1rem; block-size: auto; flex: none; }
.ministry .crest { inline-size: 2.1rem; block-size: 2.1rem; flex: none; display: grid; grid-template: 100% / 100%; align-items: center; }
.crest img { max-inline-size: 100%; max-block-size: 2.5rem; inline-size: auto; block-size: auto; }
@media (prefers-color-scheme: dark) { .crest img { background: var(--paper); padding: .15rem; border-radius: .3rem; } }
.ministry-name { font-weight: 650; font-size: 1rem; line-height: 1.25; letter-spacing: -.005em; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.ministry:hover .ministry-name { text-decoration: underline; text-underline-offset: .2em; }
.site-menu { flex: none; }
.site-menu > summary { min-block-size: 2.75rem; padding: .3rem .9rem; display: inline-flex; align-items: center; gap: .5rem; font-weight: 600; border: 1.5px solid var(--ds-color-neutral-border-subtle); border-radius: .5rem; cursor: pointer; list-style: none; }
.site-menu > summary::-webkit-details-marker { display: none; }
.site-menu > summary::after { content: ''; inline-size: .5rem; block-size: .5rem; border: solid currentColor; border-width: 0 2px 2px 0; transform: translateY(-.12rem) rotate(45deg); }
.site-menu[open] > summary::after { transform: translateY(.12rem) rotate(225deg); }
.site-menu-content { position: absolute; inset-inline: 0; inset-block-start: 100%; background: var(--ds-color-neutral-surface-default); border-block: 1px solid var(--hairline); box-shadow: 0 1.2rem 1.6rem -1rem rgb(0 0 0 / 25%); padding: .5rem clamp(1rem, 4vw, 2.5rem) 1rem; }
.site-tools { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; font-size: 1rem; }
.site-tools form { display: inline; }
.site-tools a, .site-tools button, .site-nav a { min-block-size: 2.75rem; display: inline-flex; align-items: center; }
.site-search, .search-line { display: flex; gap: .5rem; align-items: stretch; }
.site-search { margin-block: .5rem; }
.site-search .ds-input, .search-line .ds-input { flex: 1; min-inline-size: 0; }
.site-nav ul { list-style: none; padding: 0; }
.site-nav a { color: var(--ds-color-neutral-text-default); text-decoration: none; font-size: 1.0625rem; }
.site-nav a[aria-current] { font-weight: 600; }
@supports selector(::details-content) {
  @media (min-width: 60rem) {
    .site-header > .wrap { display: grid; grid-template-columns: minmax(0, 1fr) auto; padding-block: .7rem 0; }
    .site-header > .wrap > .ministry { grid-column: 1; grid-row: 1; justify-self: start; }
    .ministry-name { font-size: 1.125rem; }
    .ministry .emblem { inline-size: 2.5rem; }
    .ministry .crest { inline-size: 2.5rem; block-size: 2.5rem; }
    .crest img { max-block-size: 2.75rem; }
    .site-menu, .site-menu-content { display: contents; }
    .site-menu::details-content { display: contents; content-visibility: visible; }
    .site-menu > summary { display: none; }
    .site-tools { grid-column: 2; grid-row: 1; }
    .site-search { grid-column: 1 / -1; grid-row: 2; justify-self: end; align-self: center; margin-block: .1rem; }
    .site-search .ds-input { inline-size: 13rem; flex: none; }
    .site-search .ds-input, .site-search .ds-button { min-block-size: 2.25rem; padding-block: .2rem; font-size: 1rem; }
    .site-nav { grid-column: 1 / -1; grid-row: 2; }
    .site-search + .site-nav { margin-inline-end: 23rem; }
    .site-search ~ .site-topics, .site-topics { grid-row: 3; margin-inline-end: 0; border-block-start: 1px solid var(--hairline); }
    .site-nav ul { display: flex; flex-wrap: wrap; gap: 0 1.75rem; }
    .site-nav a { font-size: 1rem; min-block-size: 2rem; padding-block: .45rem; border-block-end: 3px solid transparent; }
    .site-nav a:hover { border-color: var(--ds-color-accent-border-subtle); }
    .site-nav a[aria-current] { border-color: var(--ds-color-accent-base-default); }
    .site-tools a, .site-tools button { min-block-size: 2rem; }
  }
}

.site-footer { margin-block-start: clamp(3rem, 7vw, 5rem); background: var(--ds-color-neutral-background-tinted); border-block-start: 1px solid var(--hairline); }
.site-footer .wrap { display: grid; gap: 1.25rem 3rem; padding-block: 2.25rem 2.5rem; }
.site-footer .site-owner { font-weight: 650; color: var(--ds-color-neutral-text-default); }
.site-footer .site-pages { flex-direction: column; }
@media (min-width: 48rem) { .site-footer .wrap { grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr); } .site-footer .wrap:has(.site-pages) { grid-template-columns: minmax(0, 1.3fr) minmax(0, .7fr) minmax(0, 1fr); } }
.site-footer p { max-inline-size: 36rem; color: var(--ds-color-neutral-text-subtle); font-size: 1rem; }
.site-footer ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; font-size: 1rem; align-content: start; }
.site-footer li a { min-block-size: 1.75rem; display: inline-flex; align-items: center; }

.page { padding-block: clamp(1.5rem, 4vw, 2.75rem) 0; }
.narrow { max-inline-size: 42rem; }
.stack > * + * { margin-block-start: 1rem; }
:is(.cards, .section) + .stack { margin-block-start: 2rem; }
.stack-sm > * + * { margin-block-start: .5rem; }
.stack-lg > * + * { margin-block-start: clamp(1.75rem, 4vw, 2.75rem); }
.section { margin-block-start: clamp(2.5rem, 5vw, 3.75rem); }
.section > .ds-heading + * { margin-block-start: 1.1rem; }
.section-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .35rem 1.5rem; margin-block-end: 1.1rem; }
.lead { font-size: 1.25rem; line-height: 1.5; color: var(--ds-color-neutral-text-subtle); max-inline-size: 44rem; }
.page-head { display: grid; gap: .9rem; margin-block-end: 2rem; }
.page-head .ds-heading, .hero .ds-heading { text-wrap: balance; }
.ds-heading[data-size='lg'] { font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.6rem); font-weight: 650; line-height: 1.15; letter-spacing: -.015em; }
[lang='ar'] .ds-heading, [lang='ar'].ds-heading, .ds-heading [lang='ar'] { letter-spacing: 0 !important; }
[lang='ar'] { line-height: 1.7; }
[lang='en'] { line-height: 1.5; }
.ds-heading [lang] { line-height: inherit; }
.ds-heading[data-size='md'] { font-weight: 650; font-size: clamp(1.4rem, 1.2rem + 1vw, 1.75rem); }
.ds-heading[data-size='sm'] { font-weight: 600; font-size: 1.3rem; }
.ds-heading[data-size='xs'], .ds-heading[data-size='2xs'] { font-weight: 600; }
.tags { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.plain { list-style: none; padding: 0; margin: 0; }
/* A digit is narrower than what a finger meets (WCAG 2.5.8). */
.tags > li > .ds-link { display: inline-block; min-inline-size: 1.5rem; text-align: center; }
.meta { color: var(--ds-color-neutral-text-subtle); font-size: 1rem; display: flex; flex-wrap: wrap; gap: .15rem 1.25rem; }
.columns { display: grid; gap: clamp(2rem, 5vw, 3.5rem); align-items: start; }
.columns > * { min-inline-size: 0; }
@media (min-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr) 19rem; } .aside { position: sticky; inset-block-start: 1.5rem; } }
.breadcrumbs { margin-block-end: 1.25rem; font-size: 1rem; }
.breadcrumbs a { display: inline-block; max-inline-size: 22rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: bottom; min-block-size: 1.6rem; }
/* The last one leads to the page above, too: a link by its colour alone is none for everybody (WCAG 1.4.1). */
.breadcrumbs li:last-child a { text-decoration: underline; }
@media (max-width: 40rem) { .breadcrumbs a { max-inline-size: 13rem; } }
.pages-nav { display: flex; gap: 1.5rem; margin-block-start: 1.5rem; }
.print-only { display: none; }
[hidden] { display: none !important; }
html:not(.scripts) :is([data-copy], [data-print]) { display: none; }
.erased { color: var(--ds-color-neutral-text-subtle); font-style: italic; }
[lang='ar'] .erased { font-style: normal; }
.citizen-text { white-space: pre-line; text-align: start; }
.lines { white-space: pre-line; }
/* Words in passing stand at the start of the page, whatever direction they run in; texts that are read stand at their own. */
bdi, :is(a, span, strong)[dir], .excerpt, .lead, .loop-label, .statement { text-align: -webkit-match-parent; text-align: match-parent; }
.empty-state { border: 1px dashed var(--ds-color-neutral-border-subtle); border-radius: var(--ds-border-radius-lg); padding: 1.5rem; color: var(--ds-color-neutral-text-subtle); }
.icon { inline-size: 1.35rem; block-size: 1.35rem; flex: none; }
.prose { line-height: 1.65; max-inline-size: 44rem; }
[lang='ar'] .prose, .prose:lang(ar) { line-height: 1.85; }
.prose > * + * { margin-block-start: 1em; }
.prose :is(h2, h3) { font-size: 1.25rem; margin-block: 1.6em 0; line-height: 1.3; }
.prose h2 { font-size: 1.4rem; }
.prose :is(h4, h5, h6) { font-size: 1.1rem; margin-block: 1.4em 0; }
.prose > :is(h2, h3, h4, h5, h6):first-child { margin-block-start: 0; }
.prose ul, .prose ol { padding-inline-start: 1.4rem; }
.prose li + li { margin-block-start: .35em; }
.prose blockquote { border-inline-start: 4px solid var(--ds-color-accent-border-subtle); padding-inline-start: 1rem; margin-inline: 0; }
.prose pre { white-space: pre-wrap; }
.prose code, .mono { font-family: var(--mono); font-size: .9em; }
.prose table { border-collapse: collapse; } .prose th, .prose td { border: 1px solid var(--hairline); padding: .4rem .7rem; }
`;
