import { texts, type KeysOf } from '@isegoria/texts';

export const namesTexts = texts({
  'names.name': {
    text: '{place} {being}',
    comment:
      'What a person is called in a consultation, such as "Valley Heron": a word of names.places and one of names.beings. Choose an ' +
      'order and, in names.places, forms in which nothing has to agree with the being: "Héron de la vallée".',
  },
  'names.numbered': {
    text: '{name} {number, number}',
    comment: 'The second, third and further person of the same name: "Valley Heron 2".',
  },
  'names.you': {
    text: '{name} (you)',
    comment: 'Beside something that the reader wrote. {name} is what the reader is called here.',
  },
  'names.yours': {
    text: 'Here you are called {name}. The name is for this consultation only: nobody can tell from it who you are.',
    comment: 'On the page of a consultation, for somebody who is signed in.',
  },
  'names.beings': {
    text:
      'Otter, Heron, Stork, Pelican, Dove, Lark, Swallow, Finch, Goldfinch, Canary, Hoopoe, Falcon, Kestrel, Quail, Partridge, ' +
      'Flamingo, Nightingale, Bulbul, Kingfisher, Starling, Blackbird, Gull, Albatross, Plover, Sandpiper, Avocet, Tern, Cormorant, ' +
      'Swift, Wagtail, Warbler, Redstart, Wheatear, Roller, Sandgrouse, Turtledove, Ringdove, Titmouse, Pipit, Bunting, Deer, Oryx, ' +
      'Ibex, Hare, Squirrel, Hedgehog, Beaver, Lynx, Dolphin, Turtle, Salmon, Bee, Butterfly, Dragonfly, Ladybird, Firefly, Horse, ' +
      'Foal, Oak, Cedar, Pine, Fir, Cypress, Olive, Palm, Fig, Almond, Walnut, Hazel, Chestnut, Poplar, Willow, Birch, Beech, Ash, ' +
      'Maple, Linden, Sycamore, Acacia, Carob, Mulberry, Pomegranate, Apricot, Cherry, Apple, Pear, Plum, Peach, Quince, Lemon, ' +
      'Orange, Juniper, Laurel, Myrtle, Tamarisk, Eucalyptus, Hawthorn, Elder, Vine, Ivy, Baobab, Ebony, Rose, Lily, Jasmine, Iris, ' +
      'Tulip, Lavender, Violet, Daisy, Narcissus, Carnation, Camellia, Magnolia, Orchid, Lotus, Waterlily, Dahlia, Peony, Lilac, ' +
      'Gentian, Saffron, Mint, Thyme, Sage, Basil, Marjoram, Fennel, Anise, Cumin, Coriander, Dill, Chamomile, Clover, Fern, Reed, ' +
      'Bamboo, Papyrus, Heather, Broom, Barley, Wheat, Oat, Maize, Millet, Lentil, Sesame, Flax, Cotton, Strawberry, Pistachio, Tea, ' +
      'Coffee, Vanilla, Cinnamon, Ginger, Cardamom, Henna, Sorrel, Coral, Pearl, Sapphire, Topaz, Agate, Jade, Turquoise, Emerald, ' +
      'Star, Lantern, Boat, Anchor, Oar, Harp, Flute, Lute, Compass, Book, Quill',
    comment: 'A list of 178 words with ", " between them, each another one; none may offend anybody. See names.name.',
  },
  'names.places': {
    text:
      'Valley, Coast, Hill, Mountain, River, Lake, Spring, Brook, Waterfall, Sea, Ocean, Island, Bay, Beach, Dune, Desert, Oasis, ' +
      'Meadow, Field, Forest, Grove, Orchard, Garden, Park, Plain, Plateau, Cliff, Summit, Glacier, Cave, Marsh, Delta, Estuary, ' +
      'Harbour, Quay, Bridge, Tower, Mill, Village, Town, Market, Square, Path, Road, Gate, Courtyard, Terrace, Window, Well, ' +
      'Fountain, Pond, Canal, Dam, Lighthouse, Castle, School, Library, Theatre, Museum, Station, Workshop, Farm, Vineyard, Pasture, ' +
      'Steppe, Savannah, Tundra, Reef, Tide, Wave, Rain, Snow, Dew, Mist, Cloud, Breeze, Wind, Sky, Sun, Moon, Dawn, Morning, Noon, ' +
      'Evening, Sunset, Sunrise, Autumn, Winter, Summer, Springtime, Northern, Southern, Eastern, Western, Horizon, Shade, Daylight, ' +
      'Echo, Song, Journey, Peace, Joy, Friendship, Patience, Harvest, Holiday, Hearth, Stone, Sand, Clay, Chalk, Amber, Copper, ' +
      'Silver, Golden, Crystal, Marble, Silk, Glass, Wool, Indigo, Honey, Salt, Bread, Caravan, Ferry, Railway, Crossroads, ' +
      'Archipelago, Pass, Slope, Rock, Pebble, Shell, Nest, Hive, Branch, Leaf, Root, Seed, Blossom, Hedge, Arch, Clock',
    comment: 'A list of 144 words with ", " between them, each another one. See names.name.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof namesTexts> {}
}
