/** Surveys as an office writes them, where there is no room for a frame in a frame on a phone; and forms that are filled in with a pen. */
export const paper = /* css */ `
.survey-page { border: 0; border-block-start: 3px solid var(--ds-color-accent-border-subtle); padding-inline: 0; }
@media (max-width: 40rem) { .survey-page > .ds-details > div { padding-inline: 0; } }
.paper-options, .paper-scale { list-style: none; padding: 0; margin: 0; display: grid; gap: .6rem; }
.paper-scale { grid-template-columns: repeat(auto-fit, minmax(6rem, 1fr)); }
.paper-box { display: inline-block; inline-size: 1.1em; block-size: 1.1em; border: 1.5px solid currentColor; vertical-align: -.15em; margin-inline-end: .35em; border-radius: .15em; }
.paper-round { border-radius: 50%; }
.paper-number { inline-size: 1.8em; block-size: 1.5em; vertical-align: -.35em; }
.paper-code { font-size: .75em; color: var(--ds-color-neutral-text-subtle); }
.paper-when { font-style: italic; }
.paper-lines > div { block-size: 2.1rem; border-block-end: 1px solid var(--ds-color-neutral-border-default); }
`;
