import { texts, type KeysOf } from '@isegoria/texts';

export const documentTexts = texts({
  'ministry.name': {
    text: 'Ministry of Public Participation',
    comment: 'Stands where nobody set the name of the institution.',
  },
  'meta.description': {
    text: 'Take part in public consultations, ask questions and read what was decided. Every contribution and decision can be checked.',
    comment: 'What the site is for, as search engines and shared links show it.',
  },
  'nav.skip': 'Skip to the content',
  'nav.menu': {
    text: 'Menu',
    comment: 'A button on narrow screens: opens the list of the parts of the site.',
  },
  'nav.main': 'Main',
  'nav.topics': { text: 'Main pages', comment: 'Name of the list of the main pages of the site, for those who hear it.' },
  'nav.allPages': { text: 'All pages', comment: 'Link to the list of all pages of the site.' },
  'nav.search': { text: 'Search', comment: 'A button beside a search field.' },
  'nav.searchSite': { text: 'Search this site', comment: 'What a search field is for; read out, not seen.' },
  'nav.footer': 'About this site',
  'nav.consultations': 'Consultations',
  'nav.announcements': 'Announcements',
  'nav.questions': 'Questions',
  'nav.receipts': 'Check a receipt',
  'nav.transparency': 'Transparency',
  'nav.answers': { text: 'Answers and deadlines', comment: 'A link to how quickly each unit answers, and what is late.' },
  'nav.accessibility': 'Accessibility',
  'nav.privacy': 'Privacy',
  'nav.imprint': 'Imprint',
  'nav.terms': 'Terms of use',
  'nav.rules': 'Rules for contributions',
  'nav.cookies': 'Cookies',
  'nav.api': 'Open API',
  'nav.signIn': 'Sign in',
  'nav.signOut': 'Sign out',
  'nav.account': 'Your account',
  'nav.office': {
    text: 'Office',
    comment: 'The part of the site where officials work.',
  },
  'footer.promise':
    'Every contribution and every decision on this site is kept in a public log. Nobody can change it unseen, the ministry included, ' +
    'and anybody can check it from outside.',
  'notice.label': 'Notice',
  'footer.contact': 'Contact:',
  'footer.pages': { text: 'Pages of this site', comment: 'Name of a list of links at the foot of each page, for those who hear it.' },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof documentTexts> {}
}
