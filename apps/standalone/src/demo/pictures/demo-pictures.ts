import sharp from 'sharp';
import { fountain, park } from './park-and-fountain';
import { circle, height, line, path, rect, row, width } from './drawing';

/** Houses behind, a street with a lane of its own, and a bus on it. */
function bus(): string {
  const homes = ['#c9dbdc', '#b4cdd0', '#d8e4e2', '#a9c4c9'];
  const house = (index: number) => {
    const [x, tall] = [index * 165 - 30, 210 + ((index * 97) % 190)];
    const windows = row(Math.floor(tall / 80), (floor) =>
      row(3, (at) => rect(x + 22 + at * 42, 640 - tall + 30 + floor * 72, 24, 36, '#f3f7f5', 3)),
    );
    return rect(x, 640 - tall, 150, tall, homes[index % homes.length]!) + windows;
  };
  return [
    rect(0, 0, width, height, '#e9f1ef'),
    circle(1330, 170, 78, '#f5c86b'),
    row(11, house),
    rect(0, 640, width, 40, '#d7dcd6'),
    rect(0, 680, width, 220, '#4a5a60'),
    rect(0, 700, width, 8, '#e6c15c'),
    row(9, (index) => rect(index * 190 + 20, 850, 110, 10, '#8fa0a4', 5)),
    rect(430, 400, 760, 330, '#0e5f70', 42),
    rect(430, 610, 760, 22, '#f5c86b'),
    row(5, (index) => rect(470 + index * 122, 445, 104, 120, '#d5eaee', 14)),
    rect(1084, 445, 82, 190, '#d5eaee', 14),
    rect(1152, 655, 30, 26, '#ffe9b0', 8),
    circle(590, 735, 62, '#1f2d31'),
    circle(590, 735, 28, '#b9c7ca'),
    circle(1030, 735, 62, '#1f2d31'),
    circle(1030, 735, 28, '#b9c7ca'),
    rect(186, 430, 12, 260, '#33454b'),
    circle(192, 410, 58, '#0e5f70'),
    circle(192, 410, 40, '#f3f7f5'),
    rect(168, 392, 48, 36, '#0e5f70', 8),
  ].join('');
}

/** Hills, a lake, reeds, and a landing place. */
function lake(): string {
  const reed = (x: number, tall: number) => line(`M${x} 900 Q${x + 8} ${900 - tall / 2} ${x - 6} ${900 - tall}`, '#50714a', 9);
  return [
    rect(0, 0, width, height, '#dcecf1'),
    circle(420, 230, 84, '#f6cf7d'),
    path('M0 430 Q260 250 560 400 T1120 340 T1600 420 V520 H0Z', '#9dbfae'),
    path('M0 470 Q400 380 800 460 T1600 440 V560 H0Z', '#7aa58f'),
    rect(0, 520, width, 380, '#5fa0b5'),
    row(9, (index) => line(`M${(index * 311) % 1500} ${580 + index * 32} h${130 + ((index * 53) % 120)}`, '#8cc0cf', 8)),
    path('M980 640 L1600 600 V668 L980 690Z', '#b98a5a'),
    row(6, (index) => rect(1010 + index * 110, 668, 18, 110 - index * 4, '#8f6840')),
    path('M640 600 L820 600 L786 652 H672Z', '#f3f0e8'),
    path('M726 590 V400 L830 580Z', '#ffffff'),
    path('M716 590 V440 L640 580Z', '#e8b95b'),
    row(17, (index) => reed(30 + index * 27, 170 + ((index * 71) % 150))),
  ].join('');
}

/** Shelves with books, and a lamp that is on. */
function library(): string {
  const colours = ['#0e5f70', '#c4693d', '#e2b04a', '#5d7f6b', '#7d5a7c', '#2f4858', '#b98a5a'];
  const shelf = (top: number) => {
    let x = 130;
    const books: string[] = [];
    for (let index = 0; x < 1420; index++) {
      const [thick, tall] = [26 + ((index * 37 + top) % 34), 120 + ((index * 61 + top) % 60)];
      if ((index * 7 + top) % 23 > 3) books.push(rect(x, top + 200 - tall, thick, tall, colours[(index * 5 + top) % colours.length]!, 4));
      x += thick + 6;
    }
    return books.join('') + rect(100, top + 200, 1400, 22, '#8f6840', 6);
  };
  return [
    rect(0, 0, width, height, '#f4ead8'),
    rect(80, 40, 1440, 780, '#e6d3b3', 18),
    shelf(60),
    shelf(310),
    shelf(560),
    rect(0, 820, width, 80, '#c7a77a'),
    path('M1180 0 V120', 'none', 'stroke="#33454b" stroke-width="10"'),
    path('M1080 220 Q1180 60 1280 220Z', '#33454b'),
    path('M1060 222 H1300 L1470 640 H890Z', '#fff3c9', 'opacity=".38"'),
  ].join('');
}

/** One star in each stretch of the sky, moved within it by an integer generator of fixed seed, so that no two lines of them can be seen. */
function stars(count: number): string {
  let seed = 20_261;
  const below = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
  const stretch = Math.floor(width / count);
  return row(count, (index) => {
    const [x, y, size] = [index * stretch + below(stretch), 30 + below(330), below(10)];
    return circle(x, y, size < 6 ? 2 : size < 9 ? 3 : 4, '#dfe7f2', `opacity="${size % 2 ? '.7' : '1'}"`);
  });
}

/** A town hall at dusk, with light in its windows. */
function townHall(): string {
  return [
    rect(0, 0, width, height, '#2b3f5c'),
    path('M0 500 Q400 430 800 500 T1600 480 V900 H0Z', '#233349'),
    stars(26),
    rect(330, 430, 940, 340, '#d9c3a0'),
    path('M290 430 L800 250 L1310 430Z', '#9c4f3a'),
    rect(720, 150, 160, 280, '#d9c3a0'),
    path('M700 152 L800 40 L900 152Z', '#9c4f3a'),
    circle(800, 240, 58, '#fff7e2'),
    line('M800 240 V196 M800 240 L832 258', '#33454b', 9),
    row(8, (index) => (index === 3 || index === 4 ? '' : rect(380 + index * 110, 490, 62, 110, '#ffd97a', 30))),
    row(8, (index) => (index === 3 || index === 4 ? '' : rect(380 + index * 110, 640, 62, 90, '#ffd97a', 6))),
    path('M730 770 V600 Q800 520 870 600 V770Z', '#5b3a2b'),
    rect(0, 770, width, 130, '#3b4a3f'),
    path('M690 770 H910 L1060 900 H540Z', '#8d8f86'),
  ].join('');
}

/** A town under a clear sky: a chimney that has stopped smoking, wind wheels, trees, and somebody's bicycle. */
function town(): string {
  const wheel = (x: number, y: number, size: number) => {
    const shape = `M${x} ${y} q${size / 12} ${-size / 2} 0 ${-size} q${-size / 12} ${size / 2} 0 ${size}`;
    const blade = (turn: number) => path(shape, '#ffffff', `transform="rotate(${turn} ${x} ${y})"`);
    return rect(x - 6, y, 12, 640 - y, '#f3f7f5') + [15, 135, 255].map(blade).join('') + circle(x, y, 12, '#d7dcd6');
  };
  const tree = (x: number, y: number, size: number) =>
    rect(x - 8, y, 16, size, '#8f6840', 6) +
    circle(x, y - size * 0.2, size * 0.62, '#6f9e74') +
    circle(x - size * 0.36, y, size * 0.42, '#7fae84');
  const home = (index: number) => {
    const [x, tall] = [520 + index * 150, 190 + ((index * 83) % 120)];
    const roof = path(`M${x - 14} ${700 - tall} L${x + 65} ${620 - tall} L${x + 144} ${700 - tall}Z`, index % 2 ? '#b4603f' : '#9c4f3a');
    const windows = row(2, (at) => rect(x + 24 + at * 52, 730 - tall, 30, 44, '#fdf6e3', 4));
    return rect(x, 700 - tall, 130, tall, ['#f1dfc2', '#e4cda6', '#f6ead6'][index % 3]!) + roof + windows;
  };
  return [
    rect(0, 0, width, height, '#d6eaf3'),
    circle(1280, 190, 92, '#f6cf7d'),
    path('M0 560 Q360 430 760 540 T1600 500 V760 H0Z', '#a8c9a5'),
    wheel(230, 300, 190),
    wheel(400, 380, 130),
    path('M1370 700 L1388 330 H1446 L1464 700Z', '#b98a75'),
    rect(1386, 360, 62, 22, '#f3f7f5'),
    row(6, home),
    path('M0 700 Q600 660 1600 700 V900 H0Z', '#7aa56f'),
    path('M0 840 Q800 770 1600 830 V880 Q800 820 0 890Z', '#e9e2d0'),
    row(4, (index) => tree(120 + index * 118, 640 + ((index * 31) % 40), 110 + ((index * 47) % 50))),
    tree(1510, 700, 140),
    line('M980 755 a52 52 0 1 0 1 0 M1160 755 a52 52 0 1 0 1 0', '#2f4858', 8),
    line('M980 807 L1030 727 H1120 L1160 807 M1030 727 L1070 807 H980 M1070 807 L1120 727 L1112 699 H1140', '#0e5f70', 8),
  ].join('');
}

/** Pictures of the demo, drawn here, so that nobody has to be asked for them; without words, so that no font has to be there. */
export const drawings = { bus, fountain, lake, library, park, town, townHall } as const;
export type DemoPicture = keyof typeof drawings;

export function pictureOf(name: DemoPicture): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawings[name]()}</svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true, compressionLevel: 9 }).toBuffer();
}
