import { texts, type KeysOf } from '@isegoria/texts';

export const placeTexts = texts({
  'place.map': {
    text: 'Map for the pin. Arrow keys move it, plus and minus zoom, Enter puts the pin in the middle.',
    comment: 'For people who do not see the map on which they can choose a place.',
  },
  'place.mapOfAnswers': {
    text: 'Map of the places that people named; the table below it has the same figures.',
    comment: 'For people who do not see the map.',
  },
  'place.position': { text: 'Position (optional)', comment: 'A field for latitude and longitude in degrees.' },
  'place.positionHint': {
    text:
      'Latitude and longitude, such as 50.84670, 4.35250. The pin on the map fills it in. The office gets it, results do not show ' +
      'it.',
    comment: 'Below a field for the position of a place.',
  },
  'place.zoomIn': { text: 'Closer', comment: 'A button that makes a map show less in more detail.' },
  'place.zoomOut': { text: 'Further away', comment: 'A button that makes a map show more in less detail.' },
  'place.pinMiddle': { text: 'Put the pin in the middle', comment: 'A button below a map.' },
  'place.here': { text: 'Where I am now', comment: 'A button that puts the pin of a map where the device is.' },
  'place.unpin': { text: 'Remove the pin', comment: 'A button below a map.' },
  'place.pinned': { text: 'The pin is at {position}.', comment: '{position} is latitude and longitude in degrees.' },
  'place.noPin': 'There is no pin on the map.',
  'place.searching': 'Your device is asked where it is.',
  'place.unknown': 'Your device did not say where it is. Put the pin on the map, or write the place in words.',
  'place.elsewhere': { text: 'Elsewhere', comment: 'All places that so few people named that they are not shown apart.' },
  'place.coarse':
    'Places are shown as squares of about a kilometre, or of about ten, in which enough people named one, and all others together as ' +
    'elsewhere.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof placeTexts> {}
}
