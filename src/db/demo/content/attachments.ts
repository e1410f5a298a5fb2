// F9.1, X10: what is attached to proposals of the demo town. Drawn by draw-attachments.ts; the bytes lie in ../attachments.

export interface DemoAttachment {
  /** key of the discussion whose proposal it hangs on */
  discussion: string;
  /** name of its file; of a picture without its ending */
  file: string;
  type: 'image/webp' | 'application/pdf' | 'text/csv; charset=utf-8';
  /** of a picture, what can be seen on it; of a document, its title */
  label: string;
}

/** Pixels of every picture, and of its smaller copies. */
export const PICTURE = { width: 1120, height: 700, widths: [320, 960, 1120] } as const;

export const attachments: readonly DemoAttachment[] = [
  {
    discussion: 'crossing-lights',
    file: 'crossing',
    type: 'image/webp',
    label: '夕方の横断歩道の絵。いまある街灯は25メートル先の向こう側にあり、子どもが待つ手前側には灯りがない',
  },
  {
    discussion: 'crossing-lights',
    file: 'darkness.csv',
    type: 'text/csv; charset=utf-8',
    label: '最初の年に灯りをつける8か所の点数表',
  },
  {
    discussion: 'offcut-benches',
    file: 'bench',
    type: 'image/webp',
    label: 'ベンチの図面。幅150センチ、座る高さ43センチ、背もたれ42センチ。両はしと中央にひじかけがある',
  },
  {
    discussion: 'hospital-bus',
    file: 'bus-line',
    type: 'image/webp',
    label: '東地区線の路線図。ひなた駅から市立病院まで7つの停留所があり、火曜と木曜は病院の玄関まで線がのびている',
  },
  {
    discussion: 'hospital-bus',
    file: 'timetable.pdf',
    type: 'application/pdf',
    label: '平日朝の時刻表の案（いまと、試行のあいだ）',
  },
];
