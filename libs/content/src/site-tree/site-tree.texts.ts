import { texts, type KeysOf } from '@isegoria/texts';

export const siteTreeTexts = texts({
  'site.title': {
    text: 'All pages of this site',
    comment: 'Title of the page that lists all pages of the website of a ministry, and the first of the breadcrumbs on each of them.',
  },
  'site.lead': 'What the ministry does, what it has to say, and how things are done.',
  'site.empty': 'No pages have been arranged here yet.',
  'site.parts': { text: 'Parts of this guide', comment: 'Name of a list of links to pages that belong together.' },
  'site.along': { text: 'Through this guide', comment: 'Name of two links: to the part before and the part after.' },
  'site.below': { text: 'In this section', comment: 'Heading above the list of pages that stand below this one in the site.' },
  'site.previous': { text: 'Previous', comment: 'Before the title of the part of a guide that comes before this one.' },
  'site.next': { text: 'Next', comment: 'Before the title of the part of a guide that comes after this one.' },
  'siteTree.title': 'Pages of the site',
  'siteTree.lead': 'Where each page stands, and under which address. When a page moves, its earlier addresses lead to the new one.',
  'siteTree.none': 'No page has a place yet. Give one a place from the list below.',
  'siteTree.unplaced': { text: 'Pages without a place', comment: 'Heading above pages that stand nowhere in the tree of the site.' },
  'siteTree.allPlaced': { text: 'Every page has a place.', comment: 'In the place of the list of pages that stand nowhere in the site.' },
  'siteTree.move': { text: 'Move or rename', comment: 'Link beside a page: put it elsewhere in the site, or give it another address.' },
  'siteTree.give': { text: 'Give it a place', comment: 'Link beside a page that stands nowhere in the site yet.' },
  'siteTree.up': { text: 'Move up', comment: 'Button beside a page: one place earlier in its list.' },
  'siteTree.down': { text: 'Move down', comment: 'Button beside a page: one place later in its list.' },
  'siteTree.place': { text: 'Where the page stands', comment: 'Title of a form.' },
  'siteTree.above': 'Below which page?',
  'siteTree.atTop': { text: 'At the top of the site', comment: 'First of the choices: below no other page.' },
  'siteTree.aboveHint': 'You can choose pages for which your unit answers. It comes last among those below that page.',
  'siteTree.address': 'Its own part of the address',
  'siteTree.addressHint':
    'Small letters and digits, words joined by hyphens: water-permits. It comes after the addresses of the pages above.',
  'siteTree.addressWrong': 'Write small letters and digits, words joined by single hyphens, such as water-permits.',
  'siteTree.addressNow': { text: 'Address now: {path}', comment: '{path} is an address such as /site/water/permits.' },
  'siteTree.save': 'Save',
  'siteTree.out': 'Take it out of the site',
  'siteTree.outLead': 'The page stays readable under an address of its own, to which its earlier addresses lead.',
  'siteTree.outReason': 'Why is it taken out?',
  'siteTree.edit': 'Edit the page',
  'official.page-placed': 'Put a page at its place in the site',
  'official.page-taken-out': 'Took a page out of the site',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof siteTreeTexts> {}
}
