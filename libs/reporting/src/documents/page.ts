// The page of an official document (GB/T 9704-2012, 5): A4, head 37 mm, binding edge 28 mm, type area 156 × 225 mm, 22 lines of 28 characters.
// Word counts in twentieths of a point (1 mm = 56.69), and type sizes in half points.

const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

export const PAGE = {
  width: twips(210),
  height: twips(297),
  top: twips(37),
  left: twips(28),
  right: twips(26),
  bottom: twips(35),
  text: twips(156),
  footer: twips(23), // the page number stands 7 mm below the type area
} as const;

/** 225 mm ÷ 22 lines, and 156 mm ÷ 28 characters of 16 points: each a little closer than it is wide. */
export const LINE = Math.floor(twips(225) / 22);
export const CLOSER = Math.floor((PAGE.text - 28 * 16 * 20) / 28);

/** Type sizes by their Chinese numbers, in half points. */
export const SIZES = { 二号: 44, 三号: 32, 四号: 28, 五号: 21, 初号: 84 } as const;

/** A face, and what stands for it where it is not installed. Names are the bureau's setting; these are the standard's. */
interface Face {
  readonly name: string;
  readonly instead: string;
}
export const FACES = {
  title: { name: '方正小标宋简体', instead: '宋体' },
  body: { name: '仿宋_GB2312', instead: '仿宋' },
  heading: { name: '黑体', instead: 'SimHei' },
  subheading: { name: '楷体_GB2312', instead: '楷体' },
  number: { name: '宋体', instead: 'SimSun' },
} as const satisfies Readonly<Record<string, Face>>;
export type FaceName = keyof typeof FACES;
