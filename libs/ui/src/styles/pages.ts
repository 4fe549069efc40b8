/** What single pages add: the start page, cards, voting, receipts, lists. */
export const pages = /* css */ `
.hero { position: relative; background: var(--hero); color: var(--on-hero); overflow: hidden; }
.hero .wrap { position: relative; display: grid; align-items: center; gap: 0 clamp(2rem, 5vw, 4rem); padding-block: clamp(2rem, 5vw, 3.75rem) 0; }
.hero-words { padding-block-end: clamp(1.5rem, 5vw, 3.75rem); display: grid; gap: 1.1rem; }
.hero .ds-heading { font-size: clamp(2.1rem, 1.3rem + 3.6vw, 3.5rem); line-height: 1.08; letter-spacing: -.022em; font-weight: 680; max-inline-size: 16ch; }
[lang='ar'] .hero .ds-heading { line-height: 1.3; }
.hero p { font-size: clamp(1.1rem, 1rem + .5vw, 1.3rem); line-height: 1.5; max-inline-size: 34rem; color: var(--on-hero-subtle); }
.hero-actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-block-start: .4rem; }
.hero .ds-button { background: var(--on-hero); color: var(--hero); font-weight: 600; }
.hero .ds-button:hover { background: var(--on-hero-subtle); color: var(--hero); }
.hero .ds-button[data-variant='secondary'] { background: transparent; color: var(--on-hero); border-color: var(--hero-border); }
.hero .ds-button[data-variant='secondary']:hover { background: rgb(255 255 255 / 12%); color: var(--on-hero); }
@media (min-width: 60rem) { .hero .wrap { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
.featured { align-self: center; background: var(--ds-color-neutral-surface-default); color: var(--ds-color-neutral-text-default); border-radius: 1rem; overflow: hidden; position: relative; display: grid; min-inline-size: 0; margin-block-end: clamp(1.5rem, 5vw, 3.75rem); }
.featured img { display: block; inline-size: 100%; aspect-ratio: 16 / 9; object-fit: cover; background: var(--ground); }
.featured .picture { border-radius: 0; }
.featured-words { padding: clamp(1.25rem, 3vw, 1.9rem); display: grid; gap: .8rem; }
.hero .featured .ds-heading { font-size: clamp(1.35rem, 1.1rem + 1vw, 1.75rem); line-height: 1.2; letter-spacing: -.01em; max-inline-size: none; }
.hero .featured p { font-size: 1rem; color: var(--ds-color-neutral-text-subtle); max-inline-size: none; }
.hero .featured .ds-button { background: var(--ds-color-accent-base-default); color: var(--ds-color-accent-base-contrast-default); justify-self: start; }
.hero .featured .ds-button:hover { background: var(--ds-color-accent-base-hover); color: var(--ds-color-accent-base-contrast-default); }
.ministry .emblem { fill: var(--ds-color-accent-base-default); }

.cards { display: grid; gap: 1.1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); list-style: none; padding: 0; }
.cards > :only-child { max-inline-size: 34rem; }
.card { background: var(--ds-color-neutral-surface-default); border: 1px solid var(--hairline); border-radius: .75rem; padding: 1.35rem 1.4rem 1.25rem; box-shadow: var(--shadow); display: flex; flex-direction: column; gap: .7rem; min-inline-size: 0; position: relative; }
.picture { display: block; max-inline-size: 100%; block-size: auto; border-radius: .75rem; }
.card > .picture { inline-size: 100%; aspect-ratio: 16 / 9; object-fit: cover; }
article:not(.featured) > :is(.picture, .erased) + *, .answer :is(.picture, .erased) + .prose { margin-block-start: 1.5rem; }
article + .attached { margin-block-start: 2rem; }
.answer > .attached { margin-block-start: 1rem; }
.documents { display: grid; gap: .5rem; padding-inline-start: 1.25rem; overflow-wrap: anywhere; }
.card-link { transition: border-color .15s, box-shadow .15s; }
.card-link:hover { border-color: var(--ds-color-accent-border-default); }
.card-link .ds-heading a { color: inherit; text-decoration: none; }
.card-link .ds-heading a::after { content: ''; position: absolute; inset: 0; border-radius: inherit; }
.card-link:hover .ds-heading a { text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: .08em; }
.card .meta { margin-block-start: auto; padding-block-start: .3rem; }
.card-tinted { background: var(--ds-color-accent-background-tinted); border-color: var(--ds-color-accent-surface-tinted); box-shadow: none; }
/* Fields of the desk stand in parts of parts: on a phone, their edges would take half of the width. */
@media (max-width: 30rem) { .card:has(> .card), .card .card, .card .ds-details > :not(summary) { padding-inline: .7rem; } }
.excerpt { color: var(--ds-color-neutral-text-subtle); display: -webkit-box; -webkit-line-clamp: 4; -webkit-box-orient: vertical; overflow: hidden; }
.loop { display: grid; gap: 1rem; }
.loop > div { border-inline-start: 4px solid var(--anonymous); padding-inline-start: 1rem; display: grid; gap: .25rem; align-content: start; }
.loop > div + div { border-color: var(--agree); }
.loop-label { font-weight: 650; }
@media (min-width: 48rem) { .loop-wide { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2rem; } }
.two { display: grid; gap: 2.5rem; align-items: start; }
.two > * { min-inline-size: 0; }
@media (min-width: 60rem) { .two { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 3.5rem; } .two > .section { margin-block-start: 0; } }
.rows { list-style: none; padding: 0; border-block-start: 1px solid var(--hairline); }
.desk-counts { list-style: none; padding: 0; display: grid; gap: .6rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); }
.desk-counts a { display: block; block-size: 100%; padding: .75rem 1rem; border: 1px solid var(--hairline); border-inline-start: 4px solid var(--ds-color-accent-base-default); border-radius: .5rem; background: var(--ds-color-neutral-surface-default); }
.rows > li { padding-block: 1.15rem; border-block-end: 1px solid var(--hairline); display: grid; gap: .45rem; }
.tree { list-style: none; padding: 0; display: grid; gap: .6rem; }
.tree .tree { margin-block-start: .6rem; padding-inline-start: 1.4rem; border-inline-start: 2px solid var(--hairline); }
.tree .tags { min-block-size: 1.75rem; }
.place-acts { gap: .25rem 1rem; align-items: center; }
.inline-form { display: inline; }
.site-section { list-style: none; padding: 0; display: grid; gap: .6rem; }
.guide-parts { margin-block-end: clamp(1.5rem, 4vw, 2.25rem); padding: 1rem 1.25rem; border-inline-start: 4px solid var(--ds-color-accent-base-default); background: var(--ds-color-accent-background-tinted); }
.guide-parts ol { display: grid; gap: .35rem 2rem; padding-inline-start: 1.5rem; }
.guide-parts [aria-current] { font-weight: 650; }
@media (min-width: 40rem) { .guide-parts ol { display: block; columns: 2; column-gap: 3rem; } .guide-parts li { break-inside: avoid; margin-block-end: .35rem; } }
.along-guide { display: grid; gap: 1rem; margin-block-start: clamp(2rem, 5vw, 3rem); border-block-start: 1px solid var(--hairline); padding-block-start: 1.25rem; }
.along-guide a { display: grid; gap: .15rem; text-decoration: none; min-inline-size: 0; }
.along-guide a:hover strong { text-decoration: underline; text-underline-offset: .2em; }
.along-guide span { color: var(--ds-color-neutral-text-subtle); }
.along-guide strong > span { color: var(--ds-color-accent-text-subtle); }
@media (min-width: 40rem) { .along-guide { grid-template-columns: repeat(2, minmax(0, 1fr)); } .along-guide [rel='next'] { grid-column: 2; text-align: end; } }
/* Designsystemet sets the two strokes of the arrow the other way round from the right, so that it points up. */
:dir(rtl) .ds-input:is(select) { background-position: .8em, calc(1.2em - var(--dsc-input-stroke-width)); }
.paper { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; max-inline-size: 46rem; line-height: 1.65; }
.paper > p { position: relative; padding-inline-start: 3rem; scroll-margin-block-start: 1rem; }
.paper > p > :first-child { position: absolute; inset-inline-start: 0; color: var(--ds-color-neutral-text-subtle); font-variant-numeric: tabular-nums; text-decoration: none; min-inline-size: 2.25rem; }
.paper > p > a + a { margin-inline-start: .75rem; font-size: .95rem; color: var(--ds-color-accent-text-subtle); text-underline-offset: .2em; }
.paper > p:target { background: var(--ds-color-accent-surface-tinted); box-shadow: 0 0 0 .5rem var(--ds-color-accent-surface-tinted); }
.paper-elsewhere { display: flex; flex-wrap: wrap; gap: .25rem .5rem; padding-block: .75rem; }
.paper-elsewhere > a { min-inline-size: 2.5rem; padding: .25rem; text-align: center; font-variant-numeric: tabular-nums; color: var(--ds-color-accent-text-subtle); scroll-margin-block-start: 4rem; }
.paper-elsewhere > a:target, .paper-contents > li:target { outline: 2px solid currentColor; outline-offset: 2px; font-weight: 650; }
.paper-contents { list-style: none; padding-inline-start: 0; display: grid; gap: .35rem; padding-block: .75rem; }
.paper-contents [data-level='2'] { margin-inline-start: 1.25rem; }
.paper-contents [data-level='3'] { margin-inline-start: 2.5rem; }
.paper-contents [data-level='4'] { margin-inline-start: 3.75rem; }
.paper > .ds-heading { margin-block-start: .75rem; scroll-margin-block-start: 1rem; }
.paper-paragraph { font-size: 1.1rem; line-height: 1.65; margin-inline: 0; }
.paper-paragraph mark { background: var(--ds-color-accent-surface-tinted); color: inherit; text-decoration: underline; text-decoration-thickness: .12em; text-underline-offset: .2em; }
.search-choices { display: grid; gap: .5rem; margin-block: 1rem; }
.nothing-found { display: grid; gap: 1rem; }
.excerpt mark { background: var(--ds-color-accent-surface-tinted); color: var(--ds-color-neutral-text-default); font-weight: 600; }
.replies { list-style: none; padding-inline-start: 1.1rem; border-inline-start: 2px solid var(--hairline); display: grid; gap: 1rem; margin-block-start: .5rem; }
.replies > li { display: grid; gap: .35rem; }
.acts { align-items: center; gap: .35rem 1.25rem; }
.support button { font: inherit; font-weight: 600; min-block-size: 2.2rem; padding: .2rem .8rem; border: 1.5px solid currentColor; border-radius: .45rem; background: transparent; color: var(--ds-color-accent-text-subtle); cursor: pointer; }
.support button[aria-pressed='true'] { background: var(--ds-color-accent-base-default); border-color: var(--ds-color-accent-base-default); color: var(--ds-color-accent-base-contrast-default); }
.meta a[aria-current] { font-weight: 650; text-decoration: none; color: inherit; }
.author { color: var(--ds-color-neutral-text-default); font-weight: 650; }
.rows a[aria-current] { font-weight: 650; text-decoration: none; color: inherit; }
.vote-filter > * { min-inline-size: 0; }
.vote-filter-act { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: center; }
@media (min-width: 40rem) { .vote-filter { grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: end; max-inline-size: none; } .vote-filter > .ds-error-summary, .vote-filter-act, .vote-filter-note { grid-column: 1 / -1; } }
@media (min-width: 40rem) { .vote-filter:has(.ds-error-summary) { align-items: start; } }
@media (min-width: 60rem) { .vote-filter { grid-template-columns: repeat(5, minmax(0, 1fr)); } }
/* What one looks for is short: how long it may be would only push the fields apart. */
@media (min-width: 40rem) { .filter { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); max-inline-size: none; align-items: end; } }
@media (min-width: 40rem) { .unit-filter { grid-template-columns: minmax(0, 24rem) auto; justify-content: start; align-items: end; } }
.step-nav { margin-block-end: clamp(1.5rem, 4vw, 2.25rem); border-block-end: 1px solid var(--hairline); }
.step-nav ol { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 clamp(.9rem, 3vw, 2rem); }
.step-nav a { display: inline-flex; align-items: center; gap: .35rem; min-block-size: 2.75rem; border-block-end: 3px solid transparent; color: var(--ds-color-neutral-text-subtle); text-decoration: none; font-weight: 600; }
.step-nav a:hover { border-color: var(--ds-color-accent-border-subtle); color: var(--ds-color-neutral-text-default); }
.step-nav a[aria-current] { border-color: var(--ds-color-accent-base-default); color: var(--ds-color-neutral-text-default); }
@media (max-width: 30rem) { .step-nav ol { justify-content: space-between; gap: 0 .5rem; } .step-nav a { font-size: .9375rem; } }
.step-nav .icon { color: var(--agree); inline-size: 1.1rem; block-size: 1.1rem; }
.phases { list-style: none; padding: 0; display: grid; gap: .6rem; }
.phases li { border-inline-start: 4px solid var(--hairline); padding: .35rem 0 .35rem; padding-inline-start: 1rem; display: grid; gap: .2rem; justify-items: start; }
.phases li[aria-current] { border-color: var(--ds-color-accent-base-default); }
.phases li[aria-current] > a { font-weight: 650; }
.phases .meta { align-items: center; }
.on-this-page ul { list-style: none; padding: 0; margin: .4rem 0 0; display: grid; gap: .5rem 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
.on-this-page li { border-inline-start: 4px solid var(--hairline); padding-inline-start: 1rem; display: grid; gap: .1rem; justify-items: start; align-content: start; }
.timeline li[data-to-come] { border-inline-start-style: dashed; }
.phase { border-block-start: 1px solid var(--hairline); padding-block-start: clamp(1.75rem, 4vw, 2.75rem); }
.phase-head { display: grid; gap: .6rem; }
.ways-on { display: grid; gap: .5rem; border-inline-start: 4px solid var(--agree); padding-inline-start: 1rem; }
.facts { display: grid; gap: .9rem; }
.facts div { display: grid; gap: .05rem; }
.facts dt { color: var(--ds-color-neutral-text-subtle); font-size: 1rem; }
.facts dd { margin: 0; font-weight: 600; }
.answer { border-inline-start: 4px solid var(--ds-color-accent-base-default); padding-inline-start: 1.1rem; display: grid; gap: .5rem; }

.form { display: grid; gap: 1.25rem; justify-items: start; }
.form > * { inline-size: 100%; max-inline-size: 38rem; }
.form > .ds-button, .form > .button-row { inline-size: auto; }
.form textarea[dir='auto'], .ds-input[dir='auto'] { text-align: start; }
.ds-field > .ds-label, .ds-fieldset > legend { font-weight: 600; }
.preview { border: 0; padding: 0; margin: 0; min-inline-size: 0; }
.choice > .ds-label { font-weight: 400; }
.compared { display: grid; gap: .75rem; margin-block-end: .75rem; }
@media (min-width: 48rem) { .compared { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
.compared-text { border: 1px solid var(--hairline); border-inline-start: 4px solid var(--ds-color-accent-base-default); border-radius: .5rem; padding: .6rem .8rem; min-inline-size: 0; }
.compared-text + .compared-text { border-inline-start-color: var(--anonymous); }
.compared-head { font-weight: 650; font-size: .9375rem; }
.compared-words { white-space: pre-wrap; max-block-size: 22rem; overflow-y: auto; text-align: start; }
.compared-words mark { background: var(--ds-color-accent-surface-tinted); color: inherit; font-weight: 600; text-decoration: underline; text-decoration-thickness: .12em; text-underline-offset: .2em; }
.disagrees { color: var(--disagree); font-weight: 650; }
.button-row { display: flex; flex-wrap: wrap; gap: .7rem; align-items: center; }
.ds-button { white-space: normal; text-align: center; }
.choice.ds-field { inline-size: 100%; }
.field-most { color: var(--ds-color-neutral-text-subtle); font-size: .9375rem; font-variant-numeric: tabular-nums; margin-block-start: .25rem; }
.field-most.over { color: var(--disagree); font-weight: 650; }
.form-note { border-inline-start: 4px solid var(--ds-color-accent-base-default); padding-inline-start: .8rem; }
.done { margin-block-start: 1.25rem; border-radius: var(--ds-border-radius-lg); }
.kept { padding-block-start: 1.25rem; }
.ds-error-summary { max-inline-size: 38rem; }

.vote-card { background: var(--ds-color-neutral-surface-default); border: 1px solid var(--hairline); border-radius: 1rem; box-shadow: var(--shadow); padding: clamp(1.25rem, 4vw, 2.25rem); display: grid; gap: 1.4rem; }
.vote-card .statement { font-size: clamp(1.25rem, 1.05rem + 1vw, 1.6rem); line-height: 1.4; font-weight: 500; text-wrap: pretty; }
[lang='ar'] .vote-card .statement { line-height: 1.7; }
/* Of one size, so that the buttons stay where they are from one statement to the next. */
.statement-box { block-size: 12.5rem; overflow-y: auto; display: grid; align-content: safe center; --card: var(--ds-color-neutral-surface-default); --shade: color-mix(in srgb, var(--ds-color-neutral-text-default) 32%, transparent); background: linear-gradient(var(--card) 40%, transparent) local, linear-gradient(transparent, var(--card) 60%) 0 100% local, linear-gradient(var(--shade), transparent) scroll, linear-gradient(transparent, var(--shade)) 0 100% scroll; background-size: 100% 3.5rem, 100% 3.5rem, 100% 1.1rem, 100% 1.1rem; background-repeat: no-repeat; }
@media (min-width: 32rem) { .statement-box { block-size: 9.5rem; } }
.statement-box[data-length='medium'] .statement { font-size: 1.125rem; }
.statement-box[data-length='long'] .statement { font-size: 1rem; }
.vote-progress { display: grid; gap: .5rem; color: var(--ds-color-neutral-text-subtle); font-size: 1rem; }
.vote-progress progress { inline-size: 100%; block-size: .5rem; appearance: none; border: 0; border-radius: 1rem; overflow: hidden; background: var(--ground); }
.vote-progress progress::-webkit-progress-bar { background: var(--ground); }
.vote-progress progress::-webkit-progress-value { background: var(--ds-color-accent-base-default); }
.vote-progress progress::-moz-progress-bar { background: var(--ds-color-accent-base-default); }
.vote-buttons { display: grid; gap: .7rem; }
@media (min-width: 32rem) { .vote-buttons { grid-template-columns: repeat(3, minmax(0, 1fr)); } }
.vote { display: inline-flex; align-items: center; justify-content: center; gap: .5rem; min-block-size: 3.4rem; padding: .6rem 1rem; font: inherit; font-weight: 600; border-radius: .6rem; border: 2px solid currentColor; background: transparent; cursor: pointer; transition: background .12s, color .12s; }
.vote-agree { color: var(--agree); } .vote-disagree { color: var(--disagree); } .vote-pass { color: var(--ds-color-neutral-text-subtle); }
.vote[aria-pressed='true'] { color: var(--ds-color-neutral-background-default); }
/* The pointer still rests on the button when the next statement comes: it must not look chosen. */
@media (hover: hover) { .vote:hover:not([aria-pressed='true']) { background: color-mix(in srgb, currentColor 10%, transparent); } }
.vote-agree[aria-pressed='true'] { background: var(--agree); border-color: var(--agree); }
.vote-disagree[aria-pressed='true'] { background: var(--disagree); border-color: var(--disagree); }
.vote-pass[aria-pressed='true'] { background: var(--ds-color-neutral-text-subtle); border-color: var(--ds-color-neutral-text-subtle); }
.vote-small .vote { min-block-size: 2.4rem; padding: .25rem .8rem; font-size: 1rem; border-width: 1.5px; border-radius: .45rem; }
.vote-small { display: flex; flex-wrap: wrap; gap: .5rem; }
.statement-list { list-style: none; padding: 0; }
.statement-list > li { padding-block: 1rem; display: grid; gap: .7rem; border-block-end: 1px solid var(--hairline); }

.thanks { border: 2px solid var(--agree); border-radius: 1rem; padding: clamp(1.1rem, 3vw, 1.6rem); background: var(--ds-color-neutral-surface-default); display: grid; gap: .9rem; margin-block-end: 2rem; }
.thanks-title .icon { color: var(--agree); inline-size: 1.8rem; block-size: 1.8rem; }
.thanks-title { display: flex; gap: .7rem; align-items: center; }
.receipt-text { font-family: var(--mono); font-size: .875rem; line-height: 1.5; word-break: break-all; direction: ltr; text-align: left; background: var(--ds-color-neutral-surface-tinted); border-radius: .5rem; padding: .8rem 1rem; white-space: pre-wrap; }
.steps { list-style: none; padding: 0; display: grid; gap: 0; counter-reset: step; }
.steps > li { position: relative; padding-inline-start: 3.1rem; padding-block: .2rem 1.4rem; min-block-size: 3.2rem; }
.steps > li::before { content: ''; position: absolute; inset-inline-start: .98rem; inset-block: 2.2rem -.1rem; inline-size: 2px; background: var(--hairline); }
.steps > li:last-child::before { display: none; }
.step-mark { position: absolute; inset-inline-start: 0; inset-block-start: 0; inline-size: 2.1rem; block-size: 2.1rem; border-radius: 50%; display: grid; place-items: center; color: var(--on-hero); background: var(--done); }
.step-mark .icon { inline-size: 1.2rem; block-size: 1.2rem; }
.step-failed .step-mark { background: var(--failed); }
.step-waiting .step-mark { background: var(--waiting); }
.step-title { font-weight: 650; }
.verdict { border-radius: 1rem; padding: clamp(1.25rem, 3vw, 1.75rem); display: grid; gap: .4rem; border: 2px solid; margin-block-end: 1.75rem; }
.verdict-good { border-color: var(--agree); } .verdict-bad { border-color: var(--disagree); } .verdict-wait { border-color: var(--anonymous); }
`;
