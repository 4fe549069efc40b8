/** Tables, and what shows one beside a chart. */
export const tables = /* css */ `
.chart-with-table { display: grid; gap: 1.25rem; min-inline-size: 0; }
.chart-with-table > * { min-inline-size: 0; }
.as-table { border: 1px solid var(--hairline); border-radius: .5rem; }
.as-table > summary { font-size: 1rem; border-radius: .5rem; }
.as-table > div { margin-inline: 0 !important; margin-block: 0 !important; }
.table-frame { overflow-x: auto; contain: inline-size; max-inline-size: 100%; position: relative; }
/* Shadows at the ends where a table goes on: what scrolls with it covers them at its own ends. */
.table-frame {
  background:
    linear-gradient(to right, var(--ds-color-neutral-surface-default) 40%, transparent) 0 0 / 2.5rem 100% no-repeat local,
    linear-gradient(to left, var(--ds-color-neutral-surface-default) 40%, transparent) 100% 0 / 2.5rem 100% no-repeat local,
    linear-gradient(to right, var(--ds-color-neutral-border-default), transparent) 0 0 / .8rem 100% no-repeat scroll,
    linear-gradient(to left, var(--ds-color-neutral-border-default), transparent) 100% 0 / .8rem 100% no-repeat scroll;
}
.table-frame .ds-table { inline-size: 100%; border-collapse: collapse; }
.table-frame .ds-table caption { text-align: start; padding: .75rem .9rem .5rem; font-size: 1rem; font-weight: 600; }
:is(.table-frame, .prose) :is(th, td) { vertical-align: top; min-inline-size: 5.5rem; overflow-wrap: anywhere; }
/* Wide enough for the name of a month, or the digits by which an official is known: neither is broken. */
.table-frame td:not(.numeric) { min-inline-size: 7.5rem; }
.table-frame td.prose-cell:not(.numeric) { min-inline-size: 16rem; }
.table-frame td > .meta { min-inline-size: 11rem; }
.ds-table tbody th { font-weight: 400; min-inline-size: 12rem; text-align: -webkit-match-parent; text-align: match-parent; }
.numeric { text-align: end !important; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .numeric { white-space: normal; }
`;
