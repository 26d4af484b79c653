/** Bands of contracted investment in 元; the lower bound belongs to the band (README, "Size bands"). */
export const SIZE_BANDS = [
  { key: '>=20', from: 2_000_000_000n },
  { key: '[10,20)', from: 1_000_000_000n },
  { key: '[5,10)', from: 500_000_000n },
  { key: '[1,5)', from: 100_000_000n },
  { key: '<1', from: 0n },
] as const;
type SizeBand = (typeof SIZE_BANDS)[number]['key'];

const FEN_A_YUAN = 100n;

/** The band of an amount in 分. */
export const sizeBandOf = (fen: bigint): SizeBand =>
  SIZE_BANDS.find(({ from }) => fen >= from * FEN_A_YUAN)?.key ?? '<1';
