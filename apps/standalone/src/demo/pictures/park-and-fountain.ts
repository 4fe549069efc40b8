import { circle, height, line, path, rect, row, width } from './drawing';

/** Trees on both sides of a path, and a bench beside it. */
export function park(): string {
  const tree = (x: number, y: number, size: number) =>
    rect(x - 12, y, 24, size, '#8f6840', 8) +
    circle(x, y - size * 0.3, size * 0.7, '#6f9e74') +
    circle(x - size * 0.45, y, size * 0.5, '#7fae84') +
    circle(x + size * 0.45, y - 10, size * 0.46, '#5f9166');
  return [
    rect(0, 0, width, height, '#dfeef2'),
    circle(300, 180, 84, '#f5c86b'),
    path('M0 470 Q420 380 820 450 T1600 420 V900 H0Z', '#9cc49a'),
    path('M0 620 Q700 540 1600 610 V900 H0Z', '#86b584'),
    path('M700 900 Q760 700 880 590 L960 590 Q930 720 1010 900Z', '#efe3c8'),
    row(3, (index) => tree(150 + index * 190, 470 + ((index * 37) % 60), 150 + ((index * 23) % 40))),
    row(3, (index) => tree(1130 + index * 190, 450 + ((index * 53) % 60), 160 - ((index * 31) % 40))),
    rect(1060, 690, 300, 22, '#a9744f', 8),
    rect(1060, 640, 300, 18, '#a9744f', 8),
    line('M1090 712 V780 M1330 712 V780 M1090 640 V700 M1330 640 V700', '#4a5a60', 12),
    circle(220, 800, 14, '#e0765a'),
    circle(290, 830, 14, '#f5c86b'),
    circle(360, 790, 14, '#e0765a'),
  ].join('');
}

/** A fountain of stone with a jet of water, in front of the houses of a square. */
export function fountain(): string {
  const home = (index: number) => {
    const [x, tall] = [index * 230 - 20, 250 + ((index * 71) % 130)];
    const windows = row(2, (floor) => row(3, (at) => rect(x + 30 + at * 56, 620 - tall + 40 + floor * 96, 32, 52, '#fdf6e3', 4)));
    return rect(x, 620 - tall, 216, tall, ['#e8c9a8', '#d9b48f', '#f1dfc2', '#cfa886'][index % 4]!, 4) + windows;
  };
  return [
    rect(0, 0, width, height, '#d9ecf4'),
    circle(1350, 150, 86, '#f6cf7d'),
    row(7, home),
    rect(0, 620, width, 280, '#e5dccb'),
    row(8, (index) => line(`M${index * 220 - 80} 900 L${index * 190 + 120} 640`, '#d6cab4', 6)),
    rect(650, 560, 300, 240, '#7d8f95', 26),
    rect(620, 530, 360, 50, '#94a5aa', 20),
    rect(700, 640, 200, 16, '#65777d', 8),
    rect(770, 430, 24, 110, '#4a5a60', 10),
    line('M782 440 Q880 400 905 528', '#5aa6c4', 16),
    line('M782 440 Q860 415 880 528', '#a8d5e5', 8),
    rect(600, 800, 400, 30, '#65777d', 12),
  ].join('');
}
