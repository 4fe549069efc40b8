/** Paper: the words alone, in black, with what is folded away and with the addresses of links that lead elsewhere. */
export const print = /* css */ `
.site-menu, .step-nav, .next-step, .site-footer, .site-notice, .skip, .breadcrumbs, .pages-nav, .no-print, form, .aside, .hero-actions { display: none !important; }
.page:has(> .thanks) > :not(.thanks) { display: none; }
.print-only { display: block; }
body { background: #fff; color: #000; font-size: 11pt; }
.hero { background: none; color: #000; }
.hero p, .lead, .meta { color: #000; }
.card, .panel, .vote-card, .thanks, .group-card, .figures, .finding, .folded, tr, figure { break-inside: avoid; box-shadow: none; }
.ds-heading, .tags, .legend, summary { break-after: avoid; }
.ds-details > summary::before { display: none; }
details::details-content { content-visibility: visible; block-size: auto; }
.table-frame { overflow: visible; contain: none; background: none; }
.table-frame :is(th, td) { min-inline-size: 0; padding: .25rem .3rem; font-size: 8pt; }
.table-frame thead th { overflow-wrap: break-word; }
.table-frame tbody th { min-inline-size: 10em; }
.chart-with-table > .as-table > summary, .live-dot { display: none; }
.key, .figures, .findings { print-color-adjust: exact; }
.prose a[href^='http']::after { content: ' (' attr(href) ')'; overflow-wrap: anywhere; }
@page { margin: 2cm; }
`;
