/** Forms that are filled in with a pen. */
export const paper = /* css */ `
.paper-options, .paper-scale { list-style: none; padding: 0; margin: 0; display: grid; gap: .6rem; }
.paper-scale { grid-template-columns: repeat(auto-fit, minmax(6rem, 1fr)); }
.paper-box { display: inline-block; inline-size: 1.1em; block-size: 1.1em; border: 1.5px solid currentColor; vertical-align: -.15em; margin-inline-end: .35em; border-radius: .15em; }
.paper-round { border-radius: 50%; }
.paper-number { inline-size: 1.8em; block-size: 1.5em; vertical-align: -.35em; }
.paper-code { font-size: .75em; color: var(--ds-color-neutral-text-subtle); }
.paper-when { font-style: italic; }
.paper-lines > div { block-size: 2.1rem; border-block-end: 1px solid var(--ds-color-neutral-border-default); }
`;
