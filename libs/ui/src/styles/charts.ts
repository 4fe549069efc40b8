/** Charts take their colours from the theme, so that light, dark and print need no second drawing. */
export const charts = /* css */ `
.figures { display: grid; gap: 1px; background: var(--hairline); border: 1px solid var(--hairline); border-radius: .9rem; overflow: hidden; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); margin-block: 1.25rem 0; }
.figure { background: var(--ds-color-neutral-surface-default); padding: 1.15rem 1.3rem; display: flex; flex-direction: column; gap: .15rem; }
.figure dt { color: var(--ds-color-neutral-text-subtle); font-size: 1rem; order: 2; }
.figure dd { margin: 0; font-size: clamp(1.9rem, 1.5rem + 1.2vw, 2.5rem); font-weight: 680; letter-spacing: -.02em; line-height: 1.1; font-variant-numeric: tabular-nums; order: 1; }
.figure dd.figure-note { font-size: 1rem; font-weight: 400; letter-spacing: 0; line-height: 1.4; color: var(--ds-color-neutral-text-subtle); order: 3; }
@media (max-width: 30rem) {
  .figures { grid-template-columns: minmax(0, 1fr); }
  .figure { padding: .35rem 1rem; display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); column-gap: .75rem; gap: 0 .75rem; align-items: baseline; }
  .figure dd:not(.figure-note) { grid-column: 1; grid-row: 1; font-size: 1.5rem; }
  .figure dt { grid-column: 2; grid-row: 1; }
  .figure dd.figure-note { grid-column: 2; line-height: 1.3; }
}
.computed { display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: center; color: var(--ds-color-neutral-text-subtle); font-size: 1rem; }
.live-dot { inline-size: .7rem; block-size: .7rem; border-radius: 50%; background: var(--pass); display: inline-block; flex: none; }
.live .reload { display: none; }
.live .live-dot { background: var(--agree); animation: pulse 2.4s ease-in-out infinite; }
@keyframes pulse { 50% { opacity: .35; } }
.panel { background: var(--ds-color-neutral-surface-default); border: 1px solid var(--hairline); border-radius: .9rem; padding: clamp(1rem, 3vw, 1.75rem); box-shadow: var(--shadow); display: grid; gap: 1.25rem; min-inline-size: 0; }
.panel > * { min-inline-size: 0; }

.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; font-size: 1rem; }
.legend li { display: inline-flex; align-items: center; gap: .5rem; }
.key { inline-size: .95rem; block-size: .95rem; border-radius: .2rem; flex: none; }
.key-agree { background: var(--agree); } .key-disagree { background: var(--disagree); } .key-pass { background: var(--pass); }
.key-anonymous { background: var(--anonymous); } .key-email { background: var(--email); } .key-attested { background: var(--attested); } .key-register { background: var(--register); } .key-eid { background: var(--eid); }
.key-counted { background: var(--email); } .key-beside { background: var(--anonymous); }

.bar { display: block; inline-size: 100%; block-size: .95rem; border-radius: .3rem; }
.bar-ground { fill: var(--ground); } .bar-agree { fill: var(--agree); } .bar-disagree { fill: var(--disagree); } .bar-pass { fill: var(--pass); }
.bar-people { fill: var(--email); } .bar-anonymous { fill: var(--anonymous); } .bar-email { fill: var(--email); } .bar-attested { fill: var(--attested); } .bar-register { fill: var(--register); } .bar-eid { fill: var(--eid); }
.beside .bar { block-size: .5rem; } .beside { display: grid; gap: .3rem; font-size: 1rem; color: var(--ds-color-neutral-text-subtle); }
.bars { list-style: none; padding: 0; display: grid; gap: 1.35rem; }
div.bars { gap: .4rem; }
.bars > li { display: grid; gap: .4rem; min-inline-size: 0; }
.bar-ticks { fill: none; stroke: var(--ds-color-neutral-background-default); stroke-width: 1; stroke-opacity: .55; vector-effect: non-scaling-stroke; }
.bar-list { display: grid; gap: .6rem; }
.bar-scale { display: flex; justify-content: space-between; font-size: .9375rem; color: var(--ds-color-neutral-text-subtle); font-variant-numeric: tabular-nums; border-block-start: 1px solid var(--hairline); padding-block-start: .3rem; }
@media (min-width: 60rem) {
  .bar-list .bars > li { grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr); column-gap: 2rem; align-items: start; }
  .bar-list .bars > li > * { grid-column: 2; }
  .bar-list .bars > li > .bar-text { grid-column: 1; grid-row: 1 / span 3; }
  .bar-scale { margin-inline-start: calc((100% - 2rem) / 2.2 + 2rem); }
}
.findings { margin-block: 1.5rem 0; padding: clamp(1.1rem, 3vw, 1.75rem); border-inline-start: 6px solid var(--ds-color-accent-base-default); background: var(--ds-color-accent-background-tinted); border-radius: .5rem; display: grid; gap: .8rem; }
.finding > .meta { display: block; }
.finding > p:not(.meta) { font-size: clamp(1.25rem, 1.1rem + .8vw, 1.6rem); line-height: 1.35; font-weight: 600; text-wrap: pretty; }
.bar-text { text-align: start; line-height: 1.4; }
.bar-numbers { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; font-size: 1rem; color: var(--ds-color-neutral-text-subtle); font-variant-numeric: tabular-nums; }
.bar-numbers strong { color: var(--ds-color-neutral-text-default); }

@supports selector(::details-content) {
  @media (min-width: 60rem) {
    .folded { border: 0; background: none; }
    .folded > summary { display: none; }
    .folded > div { padding: 0; border: 0; background: none; }
    .folded::details-content { content-visibility: visible; block-size: auto; transition: none; }
  }
}
.folded-content { display: grid; gap: 1.25rem; min-inline-size: 0; }
.folded-content > * { min-inline-size: 0; }
.panel > .folded > div { background: none; }
/* What is folded says what it is, so that a heading above it is for those who read headings alone. */
@media (max-width: 59.99rem) {
  .section > .ds-heading:has(+ .folded) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .section:has(> .folded) { margin-block-start: 1rem; }
  .section > .ds-heading + .folded { margin-block-start: 0; }
  .panel:has(.folded) { gap: .6rem; }
  .figures ~ .section { margin-block-start: 1.5rem; }
}
.figures.section { margin-block-start: 1.25rem; }
.figures + .section { margin-block-start: 1rem; }
.downloads { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin-block-start: 0; }
.how-counted { display: grid; gap: .5rem; font-size: 1rem; }
.map-and-words, .map-picture { display: grid; gap: .75rem; min-inline-size: 0; }
@media (min-width: 60rem) {
  .map-and-words { display: grid; grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr); gap: 2rem; align-items: start; }
}

.time-chart { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .5rem .75rem; font-size: .9375rem; color: var(--ds-color-neutral-text-subtle); font-variant-numeric: tabular-nums; }
.time-chart-scale { display: flex; flex-direction: column; justify-content: space-between; text-align: end; margin-block: -.7em; }
.time-chart-plot { inline-size: 100%; block-size: clamp(11rem, 26vw, 17rem); display: block; overflow: visible; }
.time-chart-days { grid-column: 2; display: flex; justify-content: space-between; gap: 1rem; }
.time-chart-day { justify-content: center; }
.grid { fill: none; stroke: var(--hairline); stroke-width: 1; vector-effect: non-scaling-stroke; }
.area-counted { fill: var(--email); fill-opacity: .8; }
.line-beside { fill: none; stroke: var(--anonymous); stroke-width: 3; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
.line-counted { fill: none; stroke: var(--ds-color-neutral-text-default); stroke-width: 2; vector-effect: non-scaling-stroke; stroke-linejoin: round; }

.map-frame { background: var(--ds-color-neutral-background-default); border: 1px solid var(--hairline); border-radius: .75rem; overflow: hidden; }
.opinion-map { display: block; inline-size: 100%; block-size: auto; }
.map-axes { stroke: var(--hairline); stroke-width: 1; stroke-dasharray: 2 6; fill: none; }
.group-0 { --group: var(--group-0); } .group-1 { --group: var(--group-1); } .group-2 { --group: var(--group-2); } .group-3 { --group: var(--group-3); } .group-4 { --group: var(--group-4); }
.hull { fill: var(--group); stroke: var(--group); stroke-width: 36; stroke-linejoin: round; opacity: .13; }
.leader { stroke: var(--group); stroke-width: 1; fill: none; }
.people { --ink: var(--group, var(--ds-color-neutral-text-subtle)); fill: var(--ink); fill-opacity: .4; stroke: var(--ink); stroke-width: .8; stroke-opacity: .8; }
.you { fill: none; stroke: var(--ds-color-neutral-text-default); stroke-width: 5; }
.you-halo { fill: none; stroke: var(--ds-color-neutral-background-default); stroke-width: 11; }
.own-place { margin-block: 1.5rem 0; padding: 1rem clamp(1.1rem, 3vw, 1.75rem); border-inline-start: 6px solid var(--anonymous); background: var(--ds-color-neutral-surface-default); border-radius: .5rem; display: grid; gap: .5rem; }
.own-group { display: flex; gap: .5rem; font-weight: 600; }
.own-group .group-mark { margin-block-start: .15rem; }
.group-label circle { fill: var(--ds-color-neutral-surface-default); stroke: var(--group); stroke-width: 3; }
.group-label text { fill: var(--ds-color-neutral-text-default); font: 700 24px var(--ds-font-family); }
@media (max-width: 40rem) { .group-label circle { r: 28px; stroke-width: 4; } .group-label text { font-size: 36px; } }
.group-mark { flex: none; }
.group-mark path { fill: var(--group); }
.crowd { fill: var(--group, var(--ds-color-neutral-text-subtle)); }
.crowd-0 { fill-opacity: .25; } .crowd-1 { fill-opacity: .45; } .crowd-2 { fill-opacity: .7; } .crowd-3 { fill-opacity: 1; }
.groups { display: grid; gap: 1.1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); list-style: none; padding: 0; }
.group-card { border: 1px solid var(--hairline); border-block-start: 5px solid var(--group); border-radius: .75rem; padding: 1.2rem 1.3rem; background: var(--ds-color-neutral-surface-default); display: grid; gap: 1rem; align-content: start; min-inline-size: 0; }
.group-title { display: flex; align-items: center; gap: .6rem; flex-wrap: wrap; }
.group-title .meta { margin-inline-start: auto; }
.group-statements { list-style: none; padding: 0; display: grid; gap: 1rem; }
.group-statements li { display: grid; gap: .3rem; }
.stance { font-size: 1rem; font-weight: 650; display: inline-flex; align-items: center; gap: .35rem; }
.stance .icon { inline-size: 1.1rem; block-size: 1.1rem; }
.stance-agree { color: var(--agree); } .stance-disagree { color: var(--disagree); }
`;
