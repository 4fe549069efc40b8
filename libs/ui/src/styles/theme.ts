/**
 * The house's theme over Designsystemet's tokens: petrol on paper. Everything that a ministry may want to change stands here.
 * `system-ui` comes first and a sans-serif last, so that no page ever falls back to a serif.
 */
export const theme = /* css */ `
:root {
  --ds-font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', 'Helvetica Neue', Arial, sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', 'Noto Sans Mono', 'DejaVu Sans Mono', Consolas, monospace;
  --ds-border-radius-base: 0.375rem;
  --ds-color-accent-background-tinted: #eef5f6;
  --ds-color-accent-surface-tinted: #dcebee;
  --ds-color-accent-surface-hover: #c9e0e4;
  --ds-color-accent-surface-active: #b1d2d8;
  --ds-color-accent-border-subtle: #9cc5cd;
  --ds-color-accent-border-default: #2b7f8d;
  --ds-color-accent-border-strong: #0b5c6b;
  --ds-color-accent-text-subtle: #0b5c6b;
  --ds-color-accent-text-default: #062f37;
  --ds-color-accent-base-default: #0b5c6b;
  --ds-color-accent-base-hover: #084a57;
  --ds-color-accent-base-active: #063944;
  --ds-color-accent-base-contrast-subtle: #d8ebee;
  --ds-color-accent-base-contrast-default: #fff;
  --ds-color-neutral-background-default: #fbfaf7;
  --ds-color-neutral-background-tinted: #f3f1ec;
  --ds-color-neutral-surface-default: #fff;
  --ds-color-neutral-surface-tinted: #f1efe9;
  --ds-color-neutral-text-subtle: #55534c;
  --ds-color-neutral-text-default: #1f1e1a;
  --hairline: #e2dfd6;
  --hero: #083f4b;
  --on-hero: #fff;
  /* Behind a crest, which was drawn for paper. */
  --paper: #fff;
  --on-hero-subtle: #d9ecef;
  --hero-border: #8fc0ca;
  --done: #16796a;
  --failed: #b3321f;
  --waiting: #6a675e;
  --agree: #16796a;
  --disagree: #bf4f24;
  --pass: #a8a59b;
  --anonymous: #e0a13a;
  --email: #16697a;
  --attested: #7a4c9f;
  --register: #4c7f1f;
  --eid: #b3376b;
  --ground: #ebe8e0;
  --group-0: #16697a;
  --group-1: #c1580f;
  --group-2: #7a4c9f;
  --group-3: #4c7f1f;
  --group-4: #b3376b;
  --shadow: 0 1px 2px rgb(31 30 26 / 5%), 0 6px 20px -12px rgb(31 30 26 / 18%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ds-color-accent-background-default: #0f1719;
    --ds-color-accent-background-tinted: #132023;
    --ds-color-accent-surface-default: #162528;
    --ds-color-accent-surface-tinted: #1a3136;
    --ds-color-accent-surface-hover: #1f3b41;
    --ds-color-accent-surface-active: #274a52;
    --ds-color-accent-border-subtle: #2f5862;
    --ds-color-accent-border-default: #5b929d;
    --ds-color-accent-border-strong: #8fbcc5;
    --ds-color-accent-text-subtle: #8ccad6;
    --ds-color-accent-text-default: #e3f1f3;
    --ds-color-accent-base-default: #6fb8c6;
    --ds-color-accent-base-hover: #8cc8d3;
    --ds-color-accent-base-active: #a8d6de;
    --ds-color-accent-base-contrast-subtle: #06171a;
    --ds-color-accent-base-contrast-default: #051316;
    --ds-color-neutral-background-default: #121516;
    --ds-color-neutral-background-tinted: #181c1d;
    --ds-color-neutral-surface-default: #1b2021;
    --ds-color-neutral-surface-tinted: #22282a;
    --ds-color-neutral-text-subtle: #b4b9ba;
    --ds-color-neutral-text-default: #eef0f0;
    --hairline: #2f3638;
    --hero: #0b323b;
    --agree: #43b39f;
    --disagree: #ee8a5c;
    --pass: #6d7374;
    --anonymous: #e0ad55;
    --email: #58b2c4;
    --attested: #bb92de;
    --register: #8fc25e;
    --eid: #ec86ab;
    --ground: #2a3032;
    --group-0: #5cb8ca;
    --group-1: #f0934a;
    --group-2: #bb92de;
    --group-3: #94c860;
    --group-4: #ec7fae;
    --shadow: none;
  }
}
`;
