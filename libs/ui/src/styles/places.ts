/** Maps, as far as the library that draws them does not say it. */
export const places = /* css */ `
.place-map-view { block-size: min(26rem, 70vh); min-inline-size: 0; border: 1px solid var(--ds-color-neutral-border-default); border-radius: .5rem; direction: ltr; background: var(--ds-color-neutral-surface-tinted); z-index: 0; }
.place-map-view:focus-visible { outline: .2rem solid var(--ds-color-neutral-text-default); outline-offset: .15rem; }
.place-map-view.leaflet-container { font: inherit; font-size: 1rem; background: var(--ds-color-neutral-surface-tinted); }
.place-map .place-land { stroke: var(--ds-color-neutral-border-strong); fill: var(--ds-color-neutral-background-default); fill-opacity: 1; }
.place-map .place-pin { stroke: var(--ds-color-neutral-background-default); stroke-width: 3; fill: var(--ds-color-danger-base-default); fill-opacity: 1; }
.place-map .place-square { stroke: var(--email); fill: var(--email); fill-opacity: .25; }
.place-map .place-people { font-weight: 650; background: var(--ds-color-neutral-background-default); color: var(--ds-color-neutral-text-default); border: 1px solid var(--ds-color-neutral-border-strong); box-shadow: none; }
.place-map .place-people::before { display: none; }
.place-map .leaflet-control-attribution { background: var(--ds-color-neutral-background-default); color: var(--ds-color-neutral-text-default); font-size: .875rem; }
.place-map .leaflet-control-attribution a { color: inherit; }
/* Where Enter puts the pin. */
.place-map-view:focus-visible::after { content: ""; position: absolute; inset-block-start: 50%; inset-inline-start: 50%; inline-size: 1.5rem; block-size: 1.5rem; margin: -.75rem; border: 2px solid var(--ds-color-neutral-text-default); border-radius: 50%; z-index: 800; pointer-events: none; }
`;
